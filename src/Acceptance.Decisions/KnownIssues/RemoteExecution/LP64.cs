using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.RemoteExecution;

public static class LP64
{
    public const string Id = "L-P6-4";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a kubeconfig or another secret lies where others may read it",
            Heading = "appendix-A, Remote execution / scripting",
            Phases = ["phase-07", "phase-08"],
            Rung = "workload",
            Symptom =
                "the cluster-admin kubeconfig (or any secret) was staged in /tmp, or its mode lets others " + "read it",
            SeenBy = [KubeconfigIsPrivate.Check],
            FastConfirm = $"`stat -c %a {Victim}`: not 600",
            Cause = "the file was made with the umask of the session, or in a folder that everybody reads",
            Fix =
            [
                new(
                    $"`chmod 600 {Victim}`; if it lay open to others, take the credential in it for known: mint a "
                        + $"new one",
                    Mutate
                ),
            ],
            DoNots = ["never stage it in /tmp: pipe it into a file made under umask 077"],
            Proof = "the file is its owner's alone, in a folder of the owner",
            NearMisses =
            [
                new(
                    "a kubeconfig that was carried over works on its node alone: dial tcp 127.0.0.1:6443: "
                        + "connect: connection refused",
                    "it was written with the node's own view, whose server is localhost",
                    "`kubectl config view -o jsonpath='{.clusters[0].cluster.server}'`: 127.0.0.1 or localhost",
                    "change the file's mode or carry it again, nor call the management side down: write it "
                        + "with k8s config and server=",
                    "N53"
                )
                {
                    IsRead = true,
                },
            ],
            Trap = new()
            {
                Bites = new() { Exit = 0, Words = ["/tmp/kubeconfig has mode 644"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["the kubeconfig has mode 600"],
                    Lacks = ["/tmp/"],
                },
                Rule = new(["juju", "sudo", "maas", "base64"], $"none names a file in /tmp", CalledProgram.NamesTmp),
            },
        };
}
