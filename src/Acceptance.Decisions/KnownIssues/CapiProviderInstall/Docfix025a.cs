using static System.StringComparison;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiProviderInstall;

public static class Docfix025a
{
    public const string Id = "DOCFIX-025a";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "cert-manager is installed by a switch that its chart no longer has",
            Heading = "appendix-A, CAPI provider install (mgmt cluster)",
            Phases = ["phase-06"],
            Rung = "capi",
            Symptom = "cert-manager install fails, or its CRDs are absent, when using --set installCRDs=true",
            FastConfirm =
                $"`kubectl --kubeconfig {ManagementKubeconfig} get crd certificates.cert-manager.io`: NotFound",
            Cause = "the chart took installCRDs away (about v1.18); what makes its definitions now is crds.enabled",
            Fix =
            [
                new(
                    $"`MGMT_FIP=$(grep -oE '[0-9.]+$' {NetEnv}); ssh -i {SshKey} -o BatchMode=yes -o "
                        + $"StrictHostKeyChecking=no -l {ManagementUser} \"$MGMT_FIP\" 'sudo helm upgrade --install "
                        + $"cert-manager jetstack/cert-manager -n cert-manager --create-namespace --set "
                        + $"crds.enabled=true'`",
                    Mutate
                ),
            ],
            DoNots = ["never delete the definitions to install them anew: every Certificate and Issuer goes with them"],
            Proof = "the definitions of cert-manager are there, and its three controllers run",
            NearMisses =
            [
                new(
                    "exists and cannot be imported into the current release: invalid ownership metadata, with "
                        + "crds.enabled=true",
                    "the definitions are there already and belong to another release",
                    "`kubectl get crd certificaterequests.cert-manager.io -o jsonpath='{.metadata.annotations}'`: "
                        + "another release, or none",
                    "delete the definitions, with which each Certificate and Issuer goes: crds.enabled=false here",
                    "N54"
                ),
            ],
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 1,
                    Words = ["UPGRADE FAILED", "Additional property installCRDs is not allowed"],
                    Lacks = ["STATUS: deployed"],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["STATUS: deployed"],
                    Lacks = ["is not allowed"],
                },
                Rule = new(["helm"], $"none sets installCRDs", call => call.Arguments.Any(SetsIt)),
            },
        };

    private static bool SetsIt(string word) => word.Contains("installCRDs", Ordinal);
}
