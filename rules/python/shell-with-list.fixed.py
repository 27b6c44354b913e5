import subprocess
from subprocess import check_output

# ruleid: python.shell-with-list
subprocess.run(["ls", "-l", folder], shell=False)
# ruleid: python.shell-with-list
check_output(["git", "log", branch], shell=False)
# ruleid: python.shell-with-list
subprocess.Popen(["tar", "xf", name], cwd=folder, shell=False, stdout=out)
# ok: python.shell-with-list
subprocess.run(["ls", "-l", folder])
# ok: python.shell-with-list
subprocess.run(["ls", "-l", folder], shell=False)
# ok: python.shell-with-list
subprocess.run("ls -l", shell=True)
