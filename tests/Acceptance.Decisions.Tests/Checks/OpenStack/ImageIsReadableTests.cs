using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class ImageIsReadableTests
{
    private static readonly TokenFacts Tenant = new("u", "ada", "p-1", "capi", "domain", ["member"]);

    private static readonly Image Public = new(
        "i-1",
        "kube",
        ImageStatus.Active,
        "raw",
        Facts.Now,
        new Dictionary<string, string>()
    )
    {
        Visibility = ImageVisibility.Public,
        OwnerId = "p-0",
    };

    public static Judged[] Cases =>
        [
            Judged.Kept("public", () => Judge(Public), "kube is public"),
            Judged.Kept(
                "for whoever knows its id",
                () => Judge(Public with { Visibility = ImageVisibility.Community })
            ),
            Judged.Kept(
                "shared, and the tenant's own",
                () => Judge(Public with { Visibility = ImageVisibility.Shared, OwnerId = "p-1" }),
                "belongs to capi, which alone can use it"
            ),
            Judged.Broken(
                "private, and another project's",
                () => Judge(Public with { Visibility = ImageVisibility.Private }),
                "i-1",
                "DOCFIX-064",
                "Cluster type (vm, Unset, kubernetes) not supported"
            ),
            Judged.Broken(
                "shared, and another project's",
                () => Judge(Public with { Visibility = ImageVisibility.Shared }),
                "i-1",
                "DOCFIX-064"
            ),
            Judged.Unknown("no word on who may", () => Judge(Public with { Visibility = default })),
            Judged.Unknown(
                "no word on whose it is",
                () => Judge(Public with { Visibility = ImageVisibility.Private, OwnerId = null })
            ),
            Judged.Unknown("queued", () => Judge(Public with { Status = ImageStatus.Queued })),
            Judged.Unknown("none", () => Judge(), says: "no active image is called"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params Image[] named) =>
        ImageIsReadable.Judge(named, Tenant, Facts.Workload, Facts.Read);
}
