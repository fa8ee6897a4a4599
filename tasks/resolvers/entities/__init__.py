"""resolvers.entities"""
