using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Transport;

/// <summary>A credential goes by https, or on loopback, to hosts that the site knows.</summary>
public sealed class KnownHostsTests
{
    private static readonly Site Site = new()
    {
        Name = "here",
        Credentials = new SiteCredentials { Hosts = ["10.0.4.0/22", ".cloud.example", "2001:db8::/48", "odd.lab."] },
        Endpoints =
        [
            new SiteEndpoint
            {
                Service = "nova",
                Url = new Uri("https://192.0.2.56:8774/"),
                Codes = [200],
            },
        ],
    };

    private static readonly KnownHosts Hosts = new(Site, new Uri("https://192.0.2.50:5000/v3"));

    [TestCase("https://192.0.2.50:5000/v3")]
    [TestCase("https://192.0.2.56:9999/")]
    [TestCase("https://10.0.7.255:6443")]
    [TestCase("https://nova.cloud.example/")]
    [TestCase("https://NOVA.Cloud.Example./")]
    [TestCase("https://[2001:db8::7]:6443/")]
    [TestCase("https://odd.lab/")]
    public void A_host_that_the_site_knows_is_asked(string at) =>
        Hosts.Refusal("The catalog's compute service", new Uri(at)).Should().BeNull();

    [TestCase("https://192.0.2.57:8774/")]
    [TestCase("https://10.0.8.1/")]
    [TestCase("https://cloud.example/")]
    [TestCase("https://evilcloud.example/")]
    [TestCase("https://nova.cloud.example.evil.org/")]
    [TestCase("https://10.0.4.1.evil.org/")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://[2001:db9::7]/")]
    [TestCase("https://[::ffff:10.0.9.1]/")]
    [TestCase("https://nova.cloud.example@192.0.2.99/")]
    public void Any_other_is_told_with_the_field_that_would_name_it(string at) =>
        Hosts
            .Refusal("The catalog's compute service", new Uri(at))
            .Should()
            .StartWith("The catalog's compute service is at https://")
            .And.Contain(
                "a host that the site does not know, so no credential is sent there: name "
                    + $"{new Uri(at).Host.Trim('[', ']')} in $.endpoints or in $.credentials.hosts"
            );

    [Test]
    public void Plain_http_is_refused_but_on_loopback_and_where_the_site_allows_it()
    {
        var plain = new Uri("http://192.0.2.56:8774/v2.1");
        Hosts
            .Refusal("The catalog's compute service", plain)
            .Should()
            .Be(
                "The catalog's compute service is at http://192.0.2.56:8774/v2.1, where a credential would travel in "
                    + "clear, so none is sent: have it speak https, or have the site say "
                    + "credentials.plainHttp: \"allowed\""
            );
        Hosts.Plain("Keystone", new Uri("http://127.0.0.1:5000")).Should().BeNull();
        Hosts.Reservation(new Uri("http://127.0.0.1:5000")).Should().BeNull();
        Hosts.Reservation(new Uri("https://192.0.2.56/")).Should().BeNull();
        var allowed = new KnownHosts(Site with { Credentials = Site.Credentials with { PlainHttp = "allowed" } }, null);
        allowed.Refusal("The catalog's compute service", plain).Should().BeNull();
        $"{allowed.Reservation(plain)}".Should().Be("192.0.2.56:8774 was asked over plain HTTP, which the site allows");
    }
}
