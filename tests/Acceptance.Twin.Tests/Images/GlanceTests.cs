using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Images;

/// <summary>Glance: the runbook's seeding, step by step, and its refusals.</summary>
[TestFixture]
public sealed class GlanceTests
{
    private CloudClient _cloud = null!;
    private string _admin = "";
    private string _member = "";

    [SetUp]
    public async Task Start()
    {
        _cloud = CloudClient.Start();
        _admin = await _cloud.Token();
        _member = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
    }

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task Stage_and_import_go_from_queued_to_an_active_raw_image()
    {
        var id = await CreateQueued("ubuntu-jammy-kube-v1.34.8", ("os_distro", "ubuntu"), ("kube_version", "v1.34.8"));
        using (var early = await Import(id, "glance-direct"))
            early.StatusCode.Should().Be(HttpStatusCode.Conflict);
        using (var staged = await Put($"/v2/images/{id}/stage", _cloud.World.ImageCdn.Image))
            staged.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Show(id))["status"]!.GetValue<string>().Should().Be("uploading");
        using (var accepted = await Import(id, "glance-direct"))
            accepted.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var during = await Show(id);
        during["status"]!.GetValue<string>().Should().Be("importing");
        during["os_glance_import_task"]!.GetValue<string>().Should().NotBeEmpty();
        _cloud.World.Clock.Advance(_cloud.Plan.Physics.ImageConversion);
        var done = await Show(id);
        ShouldBeActiveAndRaw(done);
        var list = await _cloud.Json("glance", "/v2/images?name=ubuntu-jammy-kube-v1.34.8", _admin);
        list["images"]!.AsArray().Should().ContainSingle();
        list["first"]!.GetValue<string>().Should().Be("/v2/images?name=ubuntu-jammy-kube-v1.34.8");
    }

    private static void ShouldBeActiveAndRaw(JsonObject done)
    {
        done["status"]!.GetValue<string>().Should().Be("active");
        done["disk_format"]!.GetValue<string>().Should().Be("raw");
        done["kube_version"]!.GetValue<string>().Should().Be("v1.34.8");
        done.Select(member => member.Key).Take(2).Should().Equal("os_distro", "kube_version");
    }

    [Test]
    public async Task A_plain_upload_stays_qcow2_and_is_served_again()
    {
        var id = await CreateQueued("plain");
        using (var put = await Put($"/v2/images/{id}/file", _cloud.World.ImageCdn.Image))
            put.StatusCode.Should().Be(HttpStatusCode.NoContent);
        var image = await Show(id);
        image["status"]!.GetValue<string>().Should().Be("active");
        image["disk_format"]!.GetValue<string>().Should().Be("qcow2");
        image["virtual_size"]!.GetValue<long>().Should().Be(10L << 30);
        image["os_hash_value"]!.GetValue<string>().Should().Be(_cloud.World.ImageCdn.Sha512);
        using var data = await _cloud.Get("glance", $"/v2/images/{id}/file", _admin);
        (await data.Content.ReadAsByteArrayAsync()).Should().Equal(_cloud.World.ImageCdn.Image);
        using var again = await Put($"/v2/images/{id}/file", [1]);
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Test]
    public async Task Web_download_from_the_CDN_is_accepted_and_then_hangs_in_queued()
    {
        var id = await CreateQueued("wd");
        using (var accepted = await Import(id, "web-download", _cloud.Plan.ImageUrl))
            accepted.StatusCode.Should().Be(HttpStatusCode.Accepted);
        _cloud.World.Clock.Advance(TimeSpan.FromHours(0.5));
        var image = await Show(id);
        image["status"]!.GetValue<string>().Should().Be("queued");
        image["os_glance_failed_import"]!.GetValue<string>().Should().BeEmpty("nothing in the image says so");
        var tasks = await _cloud.Json("glance", $"/v2/images/{id}/tasks", _admin);
        var task = tasks["tasks"]!.AsArray().Single()!;
        task["status"]!.GetValue<string>().Should().Be("failure");
        task["message"]!.GetValue<string>().Should().Be("Task failed due to Internal Error");
    }

    [TestCase("ftp://example.net/x.qcow2")]
    [TestCase("http://127.0.0.1/x.qcow2")]
    [TestCase("https://example.net:8123/x.qcow2")]
    public async Task Web_download_filters_scheme_port_and_own_hosts(string uri)
    {
        var id = await CreateQueued("wd");
        using var refused = await Import(id, "web-download", uri);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync())
            .Should()
            .Contain($"URI for web-download does not pass filtering: {uri}");
    }

    [Test]
    public async Task Properties_are_patched_and_a_queued_remnant_is_deleted_by_id()
    {
        var id = await CreateQueued("remnant");
        var image = await Patched(id);
        image["hw_disk_bus"]!.GetValue<string>().Should().Be("virtio");
        image["tags"]![0]!.GetValue<string>().Should().Be("kube");
        using (var member = await _cloud.Ask(HttpMethod.Delete, "glance", $"/v2/images/{id}", _member))
            member.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using (var deleted = await _cloud.Ask(HttpMethod.Delete, "glance", $"/v2/images/{id}", _admin))
            deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var gone = await _cloud.Get("glance", $"/v2/images/{id}", _admin);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await gone.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n"
                    + $"  No image found with ID {id}<br /><br />\n\n\n\n </body>\n</html>"
            );
    }

    private async Task<JsonNode> Patched(string id)
    {
        using var patched = await _cloud.Ask(
            HttpMethod.Patch,
            "glance",
            $"/v2/images/{id}",
            _admin,
            new JsonArray(
                new JsonObject
                {
                    ["op"] = "add",
                    ["path"] = "/hw_disk_bus",
                    ["value"] = "virtio",
                },
                new JsonObject
                {
                    ["op"] = "add",
                    ["path"] = "/tags",
                    ["value"] = new JsonArray("kube"),
                }
            ),
            type: "application/openstack-images-v2.1-json-patch"
        );
        return await CloudClient.Read(patched);
    }

    [Test]
    public async Task Pages_follow_a_relative_next_until_a_page_is_not_full()
    {
        foreach (var name in (string[])["a", "b", "c"])
            await CreateQueued(name);
        var names = new List<string>();
        string? next = "/v2/images?limit=2&sort=name:asc";
        while (next is not null)
        {
            var page = await _cloud.Json("glance", next, _admin);
            names.AddRange(page["images"]!.AsArray().Select(image => image!["name"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
            next?.Should().StartWith("/v2/images?limit=2&sort=name:asc&marker=");
        }

        names.Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(5);
        using var unknown = await _cloud.Get(
            "glance",
            "/v2/images?marker=00000000-0000-0000-0000-000000000000",
            _admin
        );
        unknown.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Errors_are_HTML_and_JSON_for_who_accepts_only_that()
    {
        using var html = await _cloud.Get("glance", "/v2/images");
        html.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        html.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        using var json = await _cloud.Ask(
            HttpMethod.Get,
            "glance",
            "/v2/images",
            null,
            null,
            ("Accept", "application/json")
        );
        (await CloudClient.Read(json))["code"]!.GetValue<string>().Should().Be("401 Unauthorized");
        using var root = await _cloud.Get("glance", "/no/such/path");
        ((int)root.StatusCode).Should().Be(300);
        using var head = await _cloud.Ask(HttpMethod.Head, "glance", "/v2/images", _admin);
        head.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Test]
    public async Task A_member_may_not_publish_and_sees_only_the_own_and_the_public()
    {
        using var refused = await _cloud.Ask(
            HttpMethod.Post,
            "glance",
            "/v2/images",
            _member,
            new JsonObject { ["name"] = "own", ["visibility"] = "public" }
        );
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync())
            .Should()
            .Contain("You are not authorized to complete publicize_image action.");
        var names = (await _cloud.Json("glance", "/v2/images", _member))["images"]!
            .AsArray()
            .Select(image => image!["name"]!.GetValue<string>());
        names.Should().Contain("ubuntu-noble").And.NotContain("amphora-x64-haproxy");
    }

    [Test]
    public async Task The_CDN_serves_all_but_Pythons_urllib()
    {
        var url =
            $"https://{_cloud.World.ImageCdn.Address}:{_cloud.World.ImageCdn.Port}"
            + new Uri(_cloud.Plan.ImageUrl).AbsolutePath;
        using var got = await _cloud.Http.GetAsync(url);
        Convert
            .ToHexStringLower(System.Security.Cryptography.SHA512.HashData(await got.Content.ReadAsByteArrayAsync()))
            .Should()
            .Be(_cloud.World.ImageCdn.Sha512);
        using var urllib = new HttpRequestMessage(HttpMethod.Get, url);
        urllib.Headers.TryAddWithoutValidation("User-Agent", "Python-urllib/3.10");
        using var refused = await _cloud.Http.SendAsync(urllib);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var head = await _cloud.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        head.Content.Headers.ContentLength.Should().Be(_cloud.World.ImageCdn.Image.Length);
        using var part = new HttpRequestMessage(HttpMethod.Get, url);
        part.Headers.TryAddWithoutValidation("Range", "bytes=10-19");
        using var ranged = await _cloud.Http.SendAsync(part);
        ranged.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await ranged.Content.ReadAsByteArrayAsync()).Should().Equal(_cloud.World.ImageCdn.Image[10..20]);
    }

    private async Task<string> CreateQueued(string name, params (string Key, string Value)[] properties)
    {
        var json = new JsonObject
        {
            ["name"] = name,
            ["container_format"] = "bare",
            ["disk_format"] = "qcow2",
        };
        foreach (var (key, value) in properties)
            json[key] = value;
        using var made = await _cloud.Ask(HttpMethod.Post, "glance", "/v2/images", _admin, json);
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        var image = await CloudClient.Read(made);
        image["status"]!.GetValue<string>().Should().Be("queued");
        return image["id"]!.GetValue<string>();
    }

    private async Task<JsonObject> Show(string id) =>
        (await _cloud.Json("glance", $"/v2/images/{id}", _admin)).AsObject();

    private async Task<HttpResponseMessage> Put(string path, byte[] data)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, _cloud.Url("glance", path))
        {
            Content = new ByteArrayContent(data),
        };
        request.Headers.Add("X-Auth-Token", _admin);
        request.Content.Headers.ContentType = new("application/octet-stream");
        return await _cloud.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> Import(string id, string method, string? uri = null)
    {
        var how = new JsonObject { ["name"] = method };
        if (uri is not null)
            how["uri"] = uri;
        return _cloud.Ask(
            HttpMethod.Post,
            "glance",
            $"/v2/images/{id}/import",
            _admin,
            new JsonObject { ["method"] = how }
        );
    }
}
