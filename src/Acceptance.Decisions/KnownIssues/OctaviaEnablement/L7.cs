using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.OctaviaEnablement;

public static class L7
{
    public const string Id = "L7";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "the openstack snap cannot read /tmp",
            Heading = "appendix-A, Octavia enablement",
            Phases = ["phase-05", "phase-01"],
            Rung = "workload",
            Symptom =
                "openstack image create --file /tmp/...: \"[Errno 2] No such file or directory\", even though "
                + "sha256sum just read the same path",
            FastConfirm = $"`snap list openstackclients`: the client is a snap",
            Cause = "the snap is confined: its /tmp is its own; $HOME it can read",
            Fix =
            [
                new(
                    $"stage the file under the home of who calls: `mkdir -p ~/amphora-base`, and "
                        + $"create the image from there",
                    Mutate
                ),
            ],
            DoNots = ["never stage a file in /tmp that the client has to read"],
            Proof = "the image is created from a file under the home",
            Trap = new()
            {
                Bites = new() { Exit = 1, Words = ["sha256sum has read it", "[Errno 2] No such file or directory"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["l7-rule"],
                    Lacks = ["Errno"],
                },
                Rule = new(["juju", "sudo", "maas", "openstack"], $"none names a file in /tmp", CalledProgram.NamesTmp),
            },
            NearMisses =
            [
                new(
                    "[Errno 2] No such file or directory, of a file that is there",
                    "the path is mistyped; the same file under the home is read",
                    "`snap list openstackclients; ls -l \"$HOME\"`: the client is a snap, and does not see /tmp",
                    "copy the file to another folder outside of the home",
                    "appendix-A"
                ),
            ],
        };
}
