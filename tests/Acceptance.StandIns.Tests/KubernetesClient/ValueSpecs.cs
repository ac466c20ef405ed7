using System.Text.Json;
using k8s;
using k8s.Models;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class ValueSpecs
{
    [TestCase("250m", "0.25", "250m")]
    [TestCase("1.5Gi", "1610612736", "1536Mi")]
    [TestCase("1024Mi", "1073741824", "1Gi")]
    [TestCase("8", "8", "8")]
    [TestCase("1000", "1000", "1k")]
    [TestCase("0", "0", "0")]
    [TestCase("512Ki", "524288", "512Ki")]
    [TestCase("1e3", "1000", "1e3")]
    public void A_quantity_is_read_and_written_again(string text, string amount, string canonical)
    {
        var quantity = new ResourceQuantity(text);

        quantity.ToDecimal().Should().Be(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));
        quantity.ToString().Should().Be(canonical);
    }

    [Test]
    public void Quantities_are_equal_by_amount() =>
        new ResourceQuantity("1Gi").Should().Be(new ResourceQuantity("1024Mi")).And.NotBe(new ResourceQuantity("1G"));

    [Test]
    public void A_port_is_a_number_or_a_name()
    {
        IntOrString number = 8080;
        IntOrString name = "http";

        KubernetesJson
            .Serialize(new V1ServicePort { Port = 80, TargetPort = number })
            .Should()
            .Be("""{"port":80,"targetPort":8080}""");
        KubernetesJson
            .Serialize(new V1ServicePort { Port = 80, TargetPort = name })
            .Should()
            .Contain("\"targetPort\":\"http\"");
        number.ToInt().Should().Be(8080);
    }

    [Test]
    public void What_is_not_set_is_not_sent()
    {
        var service = new V1Service
        {
            ApiVersion = V1Service.KubeApiVersion,
            Kind = V1Service.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = "rr",
                CreationTimestamp = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            },
            Spec = new V1ServiceSpec { Type = "LoadBalancer" },
        };

        var sent = JsonDocument.Parse(KubernetesJson.Serialize(service)).RootElement;

        sent.GetProperty("metadata")
            .EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .BeEquivalentTo("name", "creationTimestamp");
        sent.GetProperty("metadata").GetProperty("creationTimestamp").GetString().Should().Be("2026-01-02T03:04:05Z");
        sent.TryGetProperty("status", out _).Should().BeFalse();
    }

    [TestCase("2026-11-20T13:47:50Z", 0)]
    [TestCase("2026-11-20T13:47:50.123456Z", 1234560)]
    [TestCase("2026-11-20T14:47:50+01:00", 0)]
    public void A_time_is_read_as_utc(string text, int ticks)
    {
        var meta = KubernetesJson.Deserialize<V1ObjectMeta>($$"""{"creationTimestamp":"{{text}}"}""")!;

        meta.CreationTimestamp.Should().Be(new DateTime(2026, 11, 20, 13, 47, 50, DateTimeKind.Utc).AddTicks(ticks));
    }

    [Test]
    public void A_patch_says_its_type_and_is_written_as_its_content()
    {
        KubernetesJson.Serialize(new V1Patch("""{"a":1}""", V1Patch.PatchType.MergePatch)).Should().Be("""{"a":1}""");
        KubernetesJson
            .Serialize(
                new V1Patch(new { metadata = new { finalizers = Array.Empty<string>() } }, V1Patch.PatchType.MergePatch)
            )
            .Should()
            .Be("""{"metadata":{"finalizers":[]}}""");
        var unknown = () => new V1Patch("{}", V1Patch.PatchType.Unknown);
        unknown.Should().Throw<ArgumentException>();
    }
}
