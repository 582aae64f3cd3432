#!/usr/bin/env python3
"""Stands before the program and is killed with it by certain documents: by one with FATAL always, by one with FATAL-ONCE
if the file that FRAGILE_MARK names is not there yet. FRAGILE_PROGRAM is the program."""

import os
import signal
import subprocess
import sys
import threading

process = subprocess.Popen([os.environ["FRAGILE_PROGRAM"], *sys.argv[1:]], stdin=subprocess.PIPE)
# Where the program ends, this ends, too, whatever it waits for.
threading.Thread(target=lambda: os._exit(process.wait()), daemon=True).start()
for line in sys.stdin.buffer:
    fatal = b"FATAL" in line
    if b"FATAL-ONCE" in line:
        fatal = not os.path.exists(os.environ["FRAGILE_MARK"])
        open(os.environ["FRAGILE_MARK"], "w").close()
    if fatal:
        os.kill(process.pid, signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)
    process.stdin.write(line)
    process.stdin.flush()
process.stdin.close()
process.wait()
