"""relative"""
