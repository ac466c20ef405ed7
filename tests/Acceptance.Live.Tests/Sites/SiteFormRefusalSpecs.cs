namespace Acceptance.Live.Tests.Sites;

/// <summary>The sentence about a text that an option or a shell would make something of.</summary>
public sealed class SiteFormRefusalSpecs
{
    [TestCase("192.0.2.0/33")]
    [TestCase("2001:db8::/129")]
    public void A_network_that_is_none_is_said(string network)
    {
        using var site = new SiteFolder().Holds(
            $$"""{ "name": "here", "credentials": { "environment": true, "hosts": ["192.0.2.0/24", "{{network}}"] } }"""
        );
        site.Problems()
            .Should()
            .Equal(
                $"site.json: $.credentials.hosts[1] (line 1): found \"{network}\"; allowed: "
                    + "a network such as 192.0.2.0/24."
            );
    }

    [TestCase("""{ "name": "here\ud800" }""")]
    [TestCase("""{ "na\udc00me": "here" }""")]
    public void Half_a_character_is_no_text(string json)
    {
        using var site = new SiteFolder().Holds(json);
        site.Problems()
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("site.json: line 1, column ")
            .And.Contain("found no JSON (a text with half a character)");
    }

    [TestCase(
        "jumphost",
        """{ "address": "-oProxyCommand=touch x" }""",
        "$.jumphost.address (line 3): found \"-oProxyCommand=touch x\"; allowed: "
            + "a host name or an address (letters, digits and . - _ : %)."
    )]
    [TestCase(
        "jumphost",
        """{ "address": "jump", "user": "-oProxyCommand=x" }""",
        "$.jumphost.user (line 3): found \"-oProxyCommand=x\"; allowed: "
            + "a user (letters, digits and . _ - @ +), which begins with a letter or a digit."
    )]
    [TestCase(
        "compute",
        """{ "reservedHostMemoryMb": 1, "novaConf": "/etc/nova.conf; touch x" }""",
        "$.compute.novaConf (line 3): found \"/etc/nova.conf; touch x\"; allowed: "
            + "an absolute path of letters, digits and / . _ - + @ : = , %."
    )]
    [TestCase(
        "hypervisor",
        """{ "uri": "qemu+ext://h/system?command=/tmp/x", "domains": ["a"] }""",
        "$.hypervisor.uri (line 3): found \"qemu+ext://h/system?command=/tmp/x\"; allowed: "
            + "a libvirt URI such as qemu:///system or qemu+ssh://user@host/system, without a command."
    )]
    [TestCase(
        "endpoints",
        """[ { "service": "k", "url": "https://10.0.0.1:5000/$(touch x)", "codes": [200] } ]""",
        "$.endpoints[0].url (line 3): found \"https://10.0.0.1:5000/$(touch x)\"; allowed: "
            + "a URL such as \"https://10.0.0.1:5000/v3\"."
    )]
    [TestCase(
        "juju",
        """{ "controller": "c", "model": "m", "roles": { "vault": "v\u202e" } }""",
        "$.juju.roles.vault (line 3): found \"v\\u202e\"; allowed: "
            + "a name of letters, digits and . _ - @ : / +, which begins with a letter or a digit."
    )]
    [TestCase(
        "juju",
        """{ "controller": "c", "model": "m", "expected": { "a\u0007": { } } }""",
        "$.juju.expected['a\\u{0007}'] (line 3): found this key; allowed: "
            + "the name of a Juju application (letters, digits, dashes), or *."
    )]
    [TestCase(
        "outOfScope",
        """[ { "service": "s", "because": "first\nsecond" } ]""",
        "$.outOfScope[0].because (line 3): found \"first\\nsecond\"; allowed: "
            + "one line of up to 400 characters without control characters."
    )]
    public void What_an_option_or_a_shell_would_make_of_it_is_refused_with_its_line(
        string section,
        string holds,
        string expected
    )
    {
        using var site = new SiteFolder().Holds(
            $$"""
            { "name": "here",
              "credentials": { "environment": true },
              "{{section}}": {{holds}} }
            """
        );
        site.Problems().Should().Equal($"site.json: {expected}");
    }
}
