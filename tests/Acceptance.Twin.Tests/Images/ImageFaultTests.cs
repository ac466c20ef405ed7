using System.Net;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;

namespace Acceptance.Twin.Tests.Images;

/// <summary>Faults of the kube image and of its source, as a client sees them.</summary>
[TestFixture]
public sealed class ImageFaultTests
{
    private CloudClient _cloud = null!;

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [TestCase(12, null)]
    [TestCase(13, "v1.32.13")]
    public async Task L_P6_3_takes_or_bends_kube_version_of_an_image_that_is_there(int seed, string? version)
    {
        _cloud = CloudClient.Start(new TwinOptions { World = "accepted", Seed = seed });
        (await KubeImage())["kube_version"]!.GetValue<string>().Should().Be(_cloud.Plan.KubeVersion);
        _cloud.Twin.Faults.Inject("L-P6-3").Victim.Should().StartWith(_cloud.Plan.Image);
        (await KubeImage())["kube_version"]?.GetValue<string>().Should().Be(version);
        _cloud.Twin.Faults.Heal("L-P6-3");
        (await KubeImage())["kube_version"]!.GetValue<string>().Should().Be(_cloud.Plan.KubeVersion);
    }

    [Test]
    public async Task L_P6_3_waits_for_the_image_and_strikes_when_it_becomes_active()
    {
        _cloud = CloudClient.Start();
        _cloud.Twin.Faults.Inject("L-P6-3").Victim.Should().BeNull();
        var images = _cloud.World.Images;
        var image = images.Create(_cloud.Plan.Image, _cloud.World.Identity.Project("capi-mgmt"), "qcow2", "bare");
        image.Properties["kube_version"] = _cloud.Plan.KubeVersion;
        _cloud.World.ImageImports.Stage(image, _cloud.World.ImageCdn.Image);
        _cloud.World.ImageImports.ImportStaged(image, _cloud.World.Identity.Admin, "req-1");
        (await KubeImage())["kube_version"]!.GetValue<string>().Should().Be(_cloud.Plan.KubeVersion);
        _cloud.World.Clock.Advance(_cloud.Plan.Physics.ImageConversion);
        (await KubeImage()).ContainsKey("kube_version").Should().BeFalse();
    }

    [Test]
    public async Task FINDING_3_leaves_a_queued_remnant_of_the_images_name()
    {
        _cloud = CloudClient.Start();
        var id = _cloud.Twin.Faults.Inject("FINDING-3").Victim!;
        _cloud.World.Clock.Advance(TimeSpan.FromHours(0.5));
        var image = await KubeImage();
        image["id"]!.GetValue<string>().Should().Be(id);
        image["status"]!.GetValue<string>().Should().Be("queued");
        _cloud.Twin.Faults.Heal("FINDING-3");
        _cloud.World.Images.Find(_cloud.Plan.Image).Should().BeNull();
    }

    [Test]
    public async Task CORRECTION_1_shows_the_image_as_qcow2()
    {
        _cloud = CloudClient.Start(new TwinOptions { World = "accepted" });
        _cloud.Twin.Faults.Inject("CORRECTION-1");
        (await KubeImage())["disk_format"]!.GetValue<string>().Should().Be("qcow2");
    }

    [Test]
    public async Task A_truncating_CDN_promises_more_than_it_sends_and_a_dark_one_refuses()
    {
        _cloud = CloudClient.Start();
        var url =
            $"https://{_cloud.World.ImageCdn.Address}:{_cloud.World.ImageCdn.Port}"
            + new Uri(_cloud.Plan.ImageUrl).AbsolutePath;
        _cloud.Twin.Faults.Inject("cdn-truncated");
        var download = () => _cloud.Http.GetByteArrayAsync(url);
        (await download.Should().ThrowAsync<HttpRequestException>())
            .Which.HttpRequestError.Should()
            .Be(HttpRequestError.ResponseEnded);
        _cloud.Twin.Faults.Heal("cdn-truncated");
        (await download()).Should().Equal(_cloud.World.ImageCdn.Image);
        _cloud.Twin.Faults.Inject("cdn-dark");
        await download.Should().ThrowAsync<HttpRequestException>();
        await download.Should().ThrowAsync<HttpRequestException>("a second dial is refused too");
    }

    private async Task<JsonObject> KubeImage() =>
        (await _cloud.Json("glance", $"/v2/images?name={_cloud.Plan.Image}", await _cloud.Token()))["images"]!
            .AsArray()
            .Should()
            .ContainSingle()
            .Which!.AsObject();
}
