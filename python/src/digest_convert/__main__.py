"""The command digest-convert: the program in this package takes the place of this process."""

import os
import sys
from typing import NoReturn

from ._errors import ProgramError
from ._program import find_program


def main() -> NoReturn:
    try:
        program = find_program()
        os.execv(program, ["digest-convert", *sys.argv[1:]])
    except (ProgramError, OSError) as error:
        sys.exit(f"digest-convert: {error}")


if __name__ == "__main__":
    main()
