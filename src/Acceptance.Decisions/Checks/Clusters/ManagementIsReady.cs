using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>`k8s status` reads "cluster status: ready", as a whole: "not ready" has the same prefix (FACTS 0.9).</summary>
public static partial class ManagementIsReady
{
    public const string Command = "sudo k8s status 2>&1";

    public static Verdict Judge(string name, ShellAnswer answer, Evidence evidence)
    {
        var status = Status().Match(answer.Stdout);
        if (!status.Success)
            return Verdict.NotKnown(
                $"`k8s status` on {name} prints no cluster status: {answer.Stdout.Trim().Split('\n')[0]}",
                "D-041",
                evidence
            );
        var readiness = State<ManagementReadiness>.Read(status.Groups[1].Value);
        return readiness.Is(ManagementReadiness.Ready)
            ? Verdict.Keep($"k8s on {name} is ready", evidence)
            : Verdict.Break(
                $"k8s on {name} is {readiness}; after a start it takes up to 21 min, restart nothing",
                name,
                "D-041",
                evidence
            );
    }

    [GeneratedRegex(@"^cluster status:\s+(ready|not ready)\s*$", RegexOptions.Multiline)]
    private static partial Regex Status();
}
