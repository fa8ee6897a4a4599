"""Programs in any language, by what their lines are like: prose has hardly a line that ends in a brace."""

import re

from tasks.formats.forms.form import Form, Head

LEAST_CODE_SHARE = 0.3
LEAST_SHARE = 0.6
"""Shares of lines that only programs have, and of those with lines that programs may have."""

CODE = re.compile(
    r"""
    [\[\](){}]+[;,]?                                             # `}`, `});`
    | .*[{}]\s*;?                                               # `int main() {`
    | \#\s*(?:include|define|ifdef|ifndef|endif|pragma)\b.*
    | from\s+[\w.]+\s+import\s.* | import\s+[\w.*{}"']+(?:\s+as\s+\w+|\s*,\s*[\w.]+)*;? | import\s+["'(].*
    | (?:def|class|module|package|namespace|fn|func|fun|sub|function|interface|struct|procedure|program)
      \s+[\w.:$]+\s*(?:\(.*|<.*|:|;|where)
    | (?:def|class|module|function)\s+[\w.:?!]+ | (?:use|using|require|package|library|source)[\s(]+[\w.:'"]+\)?;?
    | (?:public|private|protected|static|final|abstract|export|const|let|var|val|my|our|local|async|unsigned|pub|Dim)
      \s+[\w$<>\[\]*&]+.*[;{(=].* | Dim\s+\w+\s+As\s.* | (?:End|Public)?\s*Sub\b\s*\w*(?:\(.*)?
    | (?:var|let|my|int|char|float|double|long|bool)\s+[$@%*]?\w+(?:\s*=.*)?;
    | [$@]?[\w.\[\]'"]+\s*(?::=|=|\+=|<-|==|=>|::)\s*\S.*        # `x = 12`
    | [\w$.!]+\(.*\)\s*[;:,)]*                                  # `print(12)`
    | (?:return|if|elif|else|for|while|try|except|finally|with|switch|case)\b.*[:{;)] | return\s+[\w.*+ -]+
    | \(+(?:def\w*|define|let|setq|lambda|function|[-+*/]|\(\))[\s(].*
    | !function\b.* | @\w+\(.*\) | end;?\.? | begin | else | fi | done | esac
    | (?:PROGRAM|INTEGER|REAL|DIMENSION|SUBROUTINE|COMMON)\s+\w+ | END
    | section\s+\.\w+ | global\s+\w+ | \w+: | (?:mov|push|pop|call|jmp|ret|lea|xor|int)\b\s*[\w,\[\] +-]*
    | [a-z*.:\[\]="'\#~>+, -]+(?:\{.*\}|\{) | --?[\w-]+\s*:.*; | \$[\w-]+\s*:.*; # style sheets
    """,
    re.VERBOSE,
)
MAY_BE_CODE = re.compile(r"//.*|/\*.*|\*/?(?:\s.*)?|--.*|;.*|\#.*|.*[;,(\\:]|\"\"\".*|.*\*/")
"""Comments, and lines that go on: prose may have them too."""

LABEL = re.compile(r"\w+:")
"""Of a jump, or of a header that was cut: alone it shows no program."""


def recognise(head: Head) -> bool:
    """Tell whether a text is a program's by most of its lines."""
    lines = [line.strip() for line in head.lines]
    code = [line for line in lines if CODE.fullmatch(line)]
    if len(code) < max(1, LEAST_CODE_SHARE * len(lines)) or all(LABEL.fullmatch(line) for line in code):
        return False
    others = sum(MAY_BE_CODE.fullmatch(line) is not None for line in lines if line not in code)
    return len(code) + others >= LEAST_SHARE * len(lines)


FORM = Form(says="a program's text or a style sheet", recognise=recognise, rule="program", repair="Leave it out.")
