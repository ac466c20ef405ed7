using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class CatalogTests
{
    private static readonly CatalogService Nova = new("compute", "nova", new("https://192.0.2.56:8774/v2.1"));

    private static readonly CatalogService Streams = new(
        "product-streams",
        "image-stream",
        new("https://198.51.100.9:443/")
    );

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "asked at the site's address",
                () => Judge(Nova),
                "1 services are asked; left out on purpose: none"
            ),
            Judged.Kept(
                "left out by its type, with the reason",
                () => Judge(Nova, Streams),
                "left out on purpose: image-stream (no route)"
            ),
            Judged.Kept(
                "a service that has no public address is named, not counted",
                () => Judge(Nova, new CatalogService("placement", "placement", null)),
                "1 services are asked; left out on purpose: none; without a public address, so not asked: placement"
            ),
            Judged.Broken(
                "a service that the site does not name",
                () => Judge(Nova, new CatalogService("dns", "designate", new("https://192.0.2.99/"))),
                "designate",
                "DOCFIX-039",
                "neither asks nor leaves out"
            ),
            Judged.Unknown("an empty catalog", () => Judge()),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(params CatalogService[] catalog) =>
        EveryServiceIsAccountedFor.Judge(
            catalog,
            new Site
            {
                Name = "edge-lab",
                Credentials = new(),
                OutOfScope = [new("product-streams", "no route")],
                Endpoints =
                [
                    new()
                    {
                        Service = "nova",
                        Url = new("https://192.0.2.56:8774/"),
                        Codes = [200],
                    },
                ],
            },
            Facts.Read
        );
}
