using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;

namespace Acceptance.Decisions.Tests.Checks.OpenStack;

public class DnsIsDeferredTests
{
    private static readonly CatalogService Nova = new("compute", "nova", null),
        Designate = new("dns", "designate", null);

    public static Judged[] Cases =>
        [
            Judged.Broken(
                "no DNS service: open until waived",
                () => DnsIsDeferred.Judge([Nova], Facts.Read),
                "designate",
                "D-011.8",
                "not deployed"
            ),
            Judged.Broken(
                "a DNS service contradicts",
                () => DnsIsDeferred.Judge([Nova, Designate], Facts.Read),
                "designate",
                "D-011.8",
                "contradicted"
            ),
            Judged.Unknown("an empty catalog", () => DnsIsDeferred.Judge([], Facts.Read)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    [Test]
    public void Only_a_service_of_the_type_contradicts()
    {
        DnsIsDeferred.Contradicted([Nova, Designate]).Should().BeTrue();
        DnsIsDeferred.Contradicted([Nova, new("compute", "dns", null)]).Should().BeFalse();
    }
}
