"""Runs commands of the real OpenStack clients, each in a child forked from this process after the imports.

One JSON line in: {"argv", "env", "cwd", "control"}; one JSON line out: {"exit", "stdout", "stderr"}. time.sleep in a child
moves the twin's clock by that much instead of waiting. With a path as its argument it listens on that socket for the orders of
forked_client.py, whose descriptors the child takes over; there it sleeps as it does anywhere.
"""
import array
import importlib.metadata
import json
import marshal
import os
import signal
import socket
import sys
import tempfile
import threading
import time
import urllib.request

HANGS = 300


def preload():
    import openstackclient.shell  # noqa: F401

    entries = importlib.metadata.entry_points()
    for group in entries.groups:
        if group.startswith("openstack.") or group.startswith("keystoneauth1"):
            for point in entries.select(group=group):
                try:
                    importlib.import_module(point.module)
                except Exception:  # a plugin that is broken stays broken for its own commands
                    pass
    try:
        import glanceclient.shell  # noqa: F401
    except ImportError:
        pass


def child(order, out, err):
    os.dup2(out, 1)
    os.dup2(err, 2)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    control = order["control"]

    def sleep(seconds):
        request = urllib.request.Request("%s/clock/advance?seconds=%s" % (control, seconds), method="POST")
        urllib.request.urlopen(request, timeout=HANGS).read()

    time.sleep = sleep
    become(order["argv"], order["env"], order["cwd"])


def become(argv, env, cwd):
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    program, arguments = argv[0], argv[1:]
    sys.argv = [program] + arguments
    try:
        if program == "glance":
            from glanceclient.shell import main
            sys.argv = ["glance"] + arguments
            code = main()
        else:
            from openstackclient.shell import main
            code = main(arguments)
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            sys.stderr.write(code + "\n")
            code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(code or 0) & 255)


def run(order):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        pid = os.fork()
        if pid == 0:
            try:
                child(order, out.fileno(), err.fileno())
            except BaseException as failure:
                os.write(2, ("client: %r\n" % failure).encode())
                os._exit(70)
        # Only what hangs for good is ended; how fast a client is decides nothing.
        hung = threading.Timer(HANGS, os.kill, (pid, signal.SIGKILL))
        hung.start()
        status = os.waitpid(pid, 0)[1]
        hung.cancel()
        hung.join()
        out.seek(0)
        err.seek(0)
        return {
            "exit": os.waitstatus_to_exitcode(status),
            "stdout": out.read().decode("utf-8", "replace"),
            "stderr": err.read().decode("utf-8", "replace"),
        }


def serve(path):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    print("ready", flush=True)
    # Nobody waits for who carries an order out: it ends by itself.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        asker, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            carry_out(asker)
        asker.close()


def carry_out(asker):
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    descriptors = array.array("i")
    length, ancillary, _, _ = asker.recvmsg(4, socket.CMSG_SPACE(3 * descriptors.itemsize))
    for _, _, data in ancillary:
        descriptors.frombytes(data)
    wanted, order = int.from_bytes(length, "big"), b""
    while len(order) < wanted:
        order += asker.recv(wanted - len(order))
    pid = os.fork()
    if pid == 0:
        asker.close()
        for number, descriptor in enumerate(descriptors):
            os.dup2(descriptor, number)
            os.close(descriptor)
        try:
            become(*marshal.loads(order))
        except BaseException as failure:
            os.write(2, ("client: %r\n" % failure).encode())
            os._exit(70)
    # Who reads the other end of a pipe waits for every holder of this one.
    for descriptor in descriptors:
        os.close(descriptor)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    try:
        asker.sendall(bytes([code & 255]))
    finally:
        os._exit(0)


def main():
    # The clients call themselves by this name in their usage, as they find it when they are imported.
    listens_at, sys.argv = sys.argv[1:], ["openstack"]
    try:
        preload()
    except ImportError as absent:
        print(json.dumps({"absent": str(absent)}), flush=True)
        return
    if listens_at:
        serve(listens_at[0])
    import openstackclient
    print(json.dumps({"ready": importlib.metadata.version("python-openstackclient")}), flush=True)
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
