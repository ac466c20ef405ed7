using System.Security.Cryptography;
using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Live.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sites;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Hosts;

public sealed class ImageSourceTests
{
    private const string Content = "not really a qcow2";

    private static readonly string Digest = Convert.ToHexStringLower(SHA512.HashData(Encoding.ASCII.GetBytes(Content)));

    private string _home = "";

    [SetUp]
    public void MakeHome() =>
        Directory.CreateDirectory(
            _home = Path.Combine(TestContext.CurrentContext.WorkDirectory, "images", Guid.NewGuid().ToString("N"))
        );

    [TearDown]
    public void RemoveHome() => Directory.Delete(_home, recursive: true);

    [Test]
    public async Task An_image_is_fetched_verified_and_not_fetched_again()
    {
        await using var server = Loopback.Serve(http => http.Response.WriteAsync(Content));
        var source = Source(server, out var url);
        var path = Path.Combine(_home, "kube.qcow2");
        (await source.Stage(url, Digest.ToUpperInvariant()))
            .Value()
            .Should()
            .Be(new StagedImage(path, Digest, Content.Length, true));
        (await source.Stage(url, Digest)).Value().Fetched.Should().BeFalse();
        server.Asked.Should().Equal("GET /img/kube.qcow2");
        Directory.GetFiles(_home).Should().Equal(path);
    }

    [Test]
    public async Task A_wrong_digest_leaves_nothing_that_looks_staged()
    {
        await using var server = Loopback.Serve(http => http.Response.WriteAsync("something else"));
        (await Source(server, out var url).Stage(url, Digest))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain(Digest[..16])
            .And.Contain("nothing was staged");
        Directory.GetFiles(_home).Should().BeEmpty();
    }

    [Test]
    public async Task A_file_that_was_damaged_is_fetched_anew()
    {
        await File.WriteAllTextAsync(Path.Combine(_home, "kube.qcow2"), "half of");
        await using var server = Loopback.Serve(http => http.Response.WriteAsync(Content));
        (await Source(server, out var url).Stage(url, Digest)).Value().Fetched.Should().BeTrue();
    }

    [Test]
    public async Task A_missing_image_and_a_refused_connection_are_told_apart()
    {
        await using var server = Loopback.Serve(http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        (await Source(server, out var url).Stage(url, Digest)).Unread(Unreadable.NotFound);
        (await Source("127.0.0.1:1").Stage(url, Digest)).Unread(Unreadable.Refused);
        Directory.GetFiles(_home).Should().BeEmpty();
    }

    [TestCase("kube.qcow2.part")]
    [TestCase("kube.qcow2")]
    public async Task A_link_planted_under_a_name_that_one_can_guess_is_not_written_through(string name)
    {
        var operators = Path.Combine(_home, "operators");
        await File.WriteAllTextAsync(operators, "the operator's");
        File.CreateSymbolicLink(Path.Combine(_home, name), operators);
        await using var server = Loopback.Serve(http => http.Response.WriteAsync(Content));
        var staged = (await Source(server, out var url).Stage(url, Digest)).Value();
        (await File.ReadAllTextAsync(operators)).Should().Be("the operator's");
        new FileInfo(staged.Path).LinkTarget.Should().BeNull();
        File.GetUnixFileMode(staged.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public async Task A_part_that_a_killed_run_left_is_swept_and_one_that_is_being_written_is_not()
    {
        var (left, held) = (PartOf(new string('a', 32)), PartOf(new string('b', 32)));
        await File.WriteAllTextAsync(left, "half of");
        await using var living = new FileStream(held, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using var server = Loopback.Serve(http => http.Response.WriteAsync(Content));
        (await Source(server, out var url).Stage(url, Digest)).Value();
        File.Exists(left).Should().BeFalse();
        File.Exists(held).Should().BeTrue();
    }

    [Test]
    public async Task A_download_that_is_never_silent_and_never_ends_has_a_deadline()
    {
        await using var server = Loopback.Serve(Endless);
        (
            await Source($"127.0.0.1:{server.At.Port}", deadlines: new() { Download = TimeSpan.FromSeconds(1) })
                .Stage(new Uri("http://images.example/i"), Digest)
        )
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .StartWith("GET http://images.example/i was not at its end after 1 s: the download was given up;");
        Directory.GetFiles(_home).Should().BeEmpty();
    }

    private static async Task Endless(HttpContext http)
    {
        var piece = new byte[1 << 20];
        while (!http.RequestAborted.IsCancellationRequested)
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
    }

    [Test]
    public async Task A_site_has_its_own_bound()
    {
        // It promises more than it sends: the length alone is refused.
        await using var server = Loopback.Serve(async http =>
        {
            http.Response.ContentLength = 3L << 30;
            await http.Response.StartAsync();
        });
        (await Source($"127.0.0.1:{server.At.Port}", largestGib: 2).Stage(new Uri("http://images.example/i"), Digest))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .StartWith("GET http://images.example/i answers more than 2 GiB,")
            .And.Contain("workload.image.largestGib");
    }

    [Test]
    public async Task A_publishers_address_may_lead_to_where_the_image_lies()
    {
        var authority = new Authority();
        await using var objects = Loopback.Serve(http => http.Response.WriteAsync(Content), authority.For("127.0.0.1"));
        await using var publisher = Leading(authority, new Uri(objects.At, "/objects/1").AbsoluteUri);
        (await Trusting(authority).Stage(Image(publisher), Digest)).Value().Fetched.Should().BeTrue();
        objects.Asked.Should().Equal("GET /objects/1");
        Directory.GetFiles(_home).Should().Contain(Path.Combine(_home, "kube.qcow2"));
    }

    [Test]
    public async Task It_leads_neither_out_of_TLS_nor_around_in_a_circle()
    {
        var authority = new Authority();
        await using var plain = Loopback.Serve(http => http.Response.WriteAsync(Content));
        await using var publisher = Leading(authority, plain.At.AbsoluteUri);
        (await Trusting(authority).Stage(Image(publisher), Digest))
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .Contain($"points to {plain.At}")
            .And.Contain("a redirect is followed under https alone");
        plain.Asked.Should().BeEmpty();
        await using var circle = Leading(authority, "/img/kube.qcow2");
        (await Trusting(authority).Stage(Image(circle), Digest)).Unread(Unreadable.Failed);
        circle.Asked.Should().HaveCount(4);
    }

    private static Uri Image(Loopback server) => new(server.At, "/img/kube.qcow2");

    private static Loopback Leading(Authority authority, string elsewhere) =>
        Loopback.Serve(
            http =>
            {
                http.Response.StatusCode = 302;
                http.Response.Headers.Location = elsewhere;
                return Task.CompletedTask;
            },
            authority.For("127.0.0.1")
        );

    private ImageSource Trusting(Authority authority)
    {
        var ca = Path.Combine(_home, "ca.pem");
        File.WriteAllText(ca, authority.Pem);
        return Source(null, ca: ca);
    }

    private string PartOf(string unguessable) => Path.Combine(_home, $"kube.qcow2.{unguessable}.part");

    private ImageSource Source(Loopback server, out Uri url)
    {
        url = new Uri("http://images.example/img/kube.qcow2");
        return Source($"127.0.0.1:{server.At.Port}");
    }

    private ImageSource Source(
        string? connectTo,
        int largestGib = SiteImage.UsualLargestGib,
        Deadlines? deadlines = null,
        string? ca = null
    )
    {
        var site = new SiteImage
        {
            Name = "n",
            KubeVersion = "v1",
            Url = new Uri("http://images.example/img/kube.qcow2"),
            Sha512 = Digest,
            ConnectTo = connectTo,
            Ca = ca,
            LargestGib = largestGib,
        };
        return new ImageSource(
            new Connections(deadlines ?? new(), "t"),
            site,
            new CredentialFiles(new SiteCredentials(), _home),
            _home,
            new AllowAll(),
            new FixedClock(),
            deadlines ?? new()
        );
    }
}
