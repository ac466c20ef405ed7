using System.Text.Json;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;

namespace Acceptance.Live.Tests.Sites;

/// <summary>Every text of a site has a form, and no form lets a shell or an option through.</summary>
public sealed class SiteFormSpecs
{
    private static readonly string[] Hostile =
    [
        "-oProxyCommand=touch x",
        "a'b",
        "a\"b",
        "a$(touch x)",
        "$HOME",
        "a`id`",
        "a; touch x",
        "a|b",
        "a && b",
        "a <b",
        "a>b",
        "a\\b",
    ];

    private static readonly string[] Unseen =
    [
        "a\nb",
        "a\rb",
        "\u001b[31ma",
        "a\u0007",
        "a\u202eb",
        "a\u2028b",
        "a\u200b",
    ];

    private static IEnumerable<SiteProperty> Texts() =>
        Reachable(typeof(Site), []).Where(one => Leaf(one) == typeof(string) && one.Words.Count == 0);

    private static IEnumerable<SiteProperty> Tables() =>
        Reachable(typeof(Site), []).Where(one => SiteShape.TableOf(one.Type) is not null);

    [Test]
    public void Every_text_of_a_site_and_every_key_of_a_table_has_a_form()
    {
        Texts().Where(one => one.Form is null).Select(Named).Should().BeEmpty();
        Tables().Where(one => one.KeyForm is null).Select(Named).Should().BeEmpty();
        Texts().Should().HaveCountGreaterThan(40);
        Tables().Should().HaveCountGreaterThan(4);
    }

    [Test]
    public void What_a_shell_or_an_option_is_made_of_passes_no_text_that_travels()
    {
        var passed =
            from one in Texts()
            from hostile in Unseen.Concat(one.Form is Form.Pattern or Form.Prose ? [] : Hostile)
            where !(one.Form == Form.Value && hostile[0] == '-')
            where Read(one, hostile) is null
            select $"{Named(one)}: {hostile}";
        passed.Should().BeEmpty();
    }

    [Test]
    public void Nor_any_key_of_a_table()
    {
        var passed =
            from one in Tables()
            from hostile in Hostile.Concat(Unseen)
            where Scalars().Key(hostile, one) is null
            select $"{Named(one)}: {hostile}";
        passed.Should().BeEmpty();
    }

    [Test]
    public void An_address_holds_nothing_that_a_shell_reads()
    {
        var url = Reachable(typeof(Site), []).First(one => one.Type == typeof(Uri));
        string[] hostile =
        [
            .. Hostile.Concat(Unseen).Select(text => $"https://10.0.0.1/{text}"),
            "https://me@10.0.0.1/",
        ];
        hostile.Where(text => Read(url, text) is null).Should().BeEmpty();
    }

    [TestCase(
        Form.Name,
        "capi-mgmt",
        "My project (lab) #2",
        "k8s_keeper",
        "prj.with.dots",
        "größe",
        "user@domain",
        "~x"
    )]
    [TestCase(
        Form.Word,
        "openstack",
        "admin/openstack",
        "maas-one:admin/openstack",
        "gp.mid",
        "2xl",
        "load-balancer_member"
    )]
    [TestCase(
        Form.Application,
        "*",
        "nova-compute",
        "glance-simplestreams-sync",
        "mysql-innodb-cluster",
        "neutron-api2"
    )]
    [TestCase(
        Form.Host,
        "vopenstack-jesse",
        "jump.example.org",
        "10.12.4.9",
        "2001:db8::9",
        "fe80::1%eth0",
        "::1",
        "my_host"
    )]
    [TestCase(Form.User, "ubuntu", "jessea123", "first.last", "first.last@corp.example", "LAB+me", "_svc")]
    [TestCase(Form.Addresses, "8.8.8.8", "2001:4860:4860::8888", "8.8.8.8,8.8.4.4", "10.0.0.1, 10.0.0.2")]
    [TestCase(Form.Version, "1.4.0", "1.4.1.dev3", "2:1.4.0-0ubuntu1~cloud0", "1.4.0+local")]
    [TestCase(Form.ImageReference, "registry.k8s.io/e2e-test-images/agnhost:2.40", "10.0.0.1:5000/a/b@sha256:0123abcd")]
    [TestCase(
        Form.LibvirtUri,
        "qemu:///system",
        "qemu+ssh://me@racks.lab:2222/system?keyfile=/home/me/k&no_tty=1",
        "test:///default"
    )]
    [TestCase(Form.HostOrNetwork, "10.12.4.0/22", ".cloud.example", "2001:db8::/48", "10.0.0.1", "keystone.lab", "::1")]
    [TestCase(Form.UrlPath, "/hostname", "/", "/a/b?c=d&e=%20")]
    [TestCase(Form.Value, "/agnhost", "--http-port=8080", "10.20.16.0/24", "NodeRestriction,NamespaceLifecycle", "a b")]
    [TestCase(
        Form.Prose,
        "Designate is deferred (D-019); see \"the plan\" & its $$$",
        "l'opérateur",
        "- a list's line"
    )]
    [TestCase(Form.RemotePath, "/etc/nova/nova.conf", "/var/snap/x/@1/a_b-c.d")]
    [TestCase(
        Form.Path,
        "/srv/ops keys/management.conf",
        "~/capi mgmt (2).kubeconfig",
        "./-odd",
        "../a/b_c-d.e",
        "C04+x@y"
    )]
    [TestCase(Form.HostPort, "10.0.0.1:80", "[2001:db8::1]:443", "mirror.example.org:8443")]
    public void What_clouds_really_hold_passes(Form form, params string[] real)
    {
        var one = Texts().First(text => text.Form == form || (form == Form.Application && text.Form == Form.Word));
        if (form == Form.Application)
            real.Where(text => Scalars().Key(text, Tables().First(table => table.KeyForm == form)) is not null)
                .Should()
                .BeEmpty();
        else
            real.Select(text => Read(one, text)).Should().AllSatisfy(allowed => allowed.Should().BeNull());
    }

    [TestCase(Form.HostPort, "-x:80")]
    [TestCase(Form.LibvirtUri, "qemu+ssh://h/system?command=/tmp/x")]
    [TestCase(Form.Host, "a b")]
    [TestCase(Form.Word, "a b")]
    [TestCase(Form.HostOrNetwork, ".com")]
    [TestCase(Form.HostOrNetwork, ".")]
    [TestCase(Form.HostOrNetwork, "*.example.org")]
    [TestCase(Form.HostOrNetwork, "0.0.0.0/")]
    [TestCase(Form.User, "me:you")]
    public void What_is_no_such_thing_does_not(Form form, string text) =>
        Read(Texts().First(one => one.Form == form), text).Should().NotBeNull();

    [Test]
    public void A_text_of_a_site_has_an_end() =>
        Texts()
            .Where(one => one.Form is not (Form.Path or Form.Folder or Form.JumphostPath))
            .Where(one => Read(one, new string('a', 64 * 1024)) is null)
            .Should()
            .BeEmpty();

    private static string? Read(SiteProperty property, string text)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(text));
        return Scalars().Read(json.RootElement, Leaf(property), property).Allowed;
    }

    private static SiteScalar Scalars() => new(new SiteText("/folder", "/home/operator", jumphostIsElsewhere: false));

    private static string Named(SiteProperty one) => $"{one.Property.DeclaringType!.Name}.{one.Property.Name}";

    private static Type Leaf(SiteProperty one) =>
        SiteShape.ElementOf(one.Type) ?? SiteShape.TableOf(one.Type) ?? one.Type;

    private static IEnumerable<SiteProperty> Reachable(Type section, HashSet<Type> seen) =>
        seen.Add(section)
            ? SiteShape
                .Of(section)
                .SelectMany(one =>
                    SiteShape.IsSection(Leaf(one)) ? [one, .. Reachable(Leaf(one), seen)] : (SiteProperty[])[one]
                )
            : [];
}
