using Acceptance.Cloud;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.OpenStack;

/// <summary>A token goes where the site says, whatever the catalog says.</summary>
public sealed class KnownHostTests
{
    [Test]
    public async Task A_catalog_that_names_another_host_gets_no_token()
    {
        await using var elsewhere = Loopback.Serve(http => http.Response.WriteAsync("{}"), address: "127.0.0.2");
        await using var cloud = new RestCloud(http => null, catalog: elsewhere.At);
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .StartWith($"The catalog's compute service is at {elsewhere.At}, a host that the site does not know")
            .And.Contain("name 127.0.0.2 in $.endpoints or in $.credentials.hosts");
        elsewhere.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task A_catalog_that_names_plain_http_on_a_known_host_gets_no_token()
    {
        await using var cloud = new RestCloud(
            http => null,
            catalog: new Uri("http://192.0.2.7:8774/"),
            credentials: new SiteCredentials { Hosts = ["192.0.2.0/24"] }
        );
        (await cloud.OpenStack.Compute.Servers(Scope.Admin))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("is at http://192.0.2.7:8774/, where a credential would travel in clear, so none is sent");
    }

    [Test]
    public async Task A_password_is_not_sent_in_clear()
    {
        var folder = Directory.CreateTempSubdirectory("plain-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "openrc"),
            "export OS_AUTH_URL=http://192.0.2.50:5000/v3 OS_USERNAME=a OS_PASSWORD=pw-secret OS_USER_DOMAIN_NAME=c "
                + "OS_PROJECT_ID=d"
        );
        var gate = new RecordingGate();
        var site = new Site
        {
            Name = "here",
            Credentials = new SiteCredentials { Openrc = "openrc" },
            Jumphost = new SiteJumphost { Home = folder },
        };
        await using var cloud = LiveCloud.Open(site, folder, gate);
        (await cloud.OpenStack.Token(Scope.Admin))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Be(
                $"Keystone, as {folder}/openrc names it, is at http://192.0.2.50:5000/v3, where a credential would "
                    + "travel in clear, so none is sent: have it speak https, or have the site say "
                    + "credentials.plainHttp: \"allowed\"."
            );
        (await cloud.OpenStack.DiagnoseScope()).Unread(Unreadable.NotOursToRead);
        gate.Asked.Should().BeEmpty();
    }

    [Test]
    public async Task A_kubeconfig_of_the_cloud_that_names_another_host_is_not_opened()
    {
        var folder = Directory.CreateTempSubdirectory("elsewhere-").FullName;
        var site = new Site
        {
            Name = "here",
            Credentials = new SiteCredentials { Environment = true, Hosts = ["10.0.4.0/22"] },
            Jumphost = new SiteJumphost { Home = folder },
        };
        await using var cloud = LiveCloud.Open(site, folder, new RecordingGate());
        cloud.Cluster(Kubeconfig("https://10.0.7.9:6443")).Value().Server.Host.Should().Be("10.0.7.9");
        cloud
            .Cluster(Kubeconfig("https://192.0.2.9:6443"))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .StartWith("The server of the kubeconfig that the cloud gave is at https://192.0.2.9:6443/, a host that")
            .And.Contain("name 192.0.2.9 in $.endpoints or in $.credentials.hosts");
        cloud
            .Cluster(Kubeconfig("http://10.0.7.9:6443"))
            .Unread(Unreadable.NotOursToRead)
            .Sentence.ToString()
            .Should()
            .Contain("where a credential would travel in clear");
    }

    private static string Kubeconfig(string server) =>
        $$"""
            {"current-context": "c", "contexts": [{"name": "c", "context": {"cluster": "k", "user": "u"} } ],
             "clusters": [{"name": "k", "cluster": {"server": "{{server}}"} } ],
             "users": [{"name": "u", "user": {"token": "t"} } ] }
            """;
}
