using System.Security.Cryptography;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Hosts;

/// <summary>
/// Stages images: into a part under a name that nobody can guess, verified while it is written, and renamed only when
/// the digest is right.
/// </summary>
internal sealed class ImageSource(
    Connections connections,
    SiteImage? site,
    CredentialFiles credentials,
    string home,
    IRequestGate gate,
    ICloudClock clock,
    Deadlines deadlines,
    long? bound = null
) : IImageSource
{
    private const string Elsewhere = "name the address that answers itself in the site's workload.image.url";
    private const string Part = ".part";
    private const int MostLeads = 3;
    private const string Rule = "a redirect is followed under https alone, and no more than three";

    private readonly long _bound = bound ?? (long)(site?.LargestGib ?? SiteImage.UsualLargestGib) << 30;

    public async Task<Reading<StagedImage>> Stage(Uri url, string sha512, CancellationToken cancel = default)
    {
        var path = Path.Combine(home, Path.GetFileName(url.LocalPath));
        if (File.Exists(path) && await Digest(path, cancel) is var (digest, bytes) && Same(digest, sha512))
            return new Reading<StagedImage>.Seen(
                new StagedImage(path, digest, bytes, Fetched: false),
                EvidenceOf(path, "verified, not fetched")
            );
        var trust = site?.Ca is { } ca
            ? credentials.Trust(ca, "workload.image.ca")
            : new Reading<Trust>.Seen(Trust.System, Evidence.None);
        if (trust is not Reading<Trust>.Seen { Value: var trusted })
            return trust.As<StagedImage>();
        var intent = To(url);
        if (gate.Ask(intent) is Permission.Refused refused)
            return Unread(Unreadable.NotPermitted, refused.Sentence, url);
        using var client = connections.Client(trusted, site?.ConnectTo);
        var reading = await Fetch(client, url, sha512, path, cancel);
        gate.Ended(
            new Exchange(
                intent,
                reading is Reading<StagedImage>.Unread unread ? unread.Why.ToString() : "200",
                clock.Now
            )
        );
        return reading;
    }

    private async Task<Reading<StagedImage>> Fetch(
        HttpClient client,
        Uri url,
        string sha512,
        string path,
        CancellationToken cancel
    )
    {
        var part = $"{path}.{Guid.NewGuid():N}{Part}";
        using var whole = Deadline.After(deadlines.Download, deadlines.Watch, cancel);
        using var silence = Deadline.After(deadlines.Answer, deadlines.Watch, whole.Token);
        try
        {
            SweepParts(path);
            using var response = await Asked(client, url, silence);
            if (!response.IsSuccessStatusCode)
                return NoImage(response, response.RequestMessage?.RequestUri ?? url);
            return response.Content.Headers.ContentLength > _bound
                ? TooLong(url, path)
                : await Staged(response, url, sha512, path, part, silence);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (whole.Passed)
        {
            return Slow(whole.Span, url, path);
        }
        catch (OperationCanceledException) when (silence.Passed)
        {
            return Silent(silence.Span, url);
        }
        catch (Exception broken)
            when (broken
                    is HttpRequestException
                        or IOException
                        or UnauthorizedAccessException
                        or OperationCanceledException
            )
        {
            return Broken(broken, url, part);
        }
    }

    /// <summary>
    /// A publisher's address may lead to where its objects lie. Nothing of ours goes along, and what comes is the image
    /// only by its digest; but the way stays under TLS, and is short.
    /// </summary>
    private async Task<HttpResponseMessage> Asked(HttpClient client, Uri url, Deadline silence)
    {
        for (var leads = 0; ; leads++)
        {
            var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (leads == MostLeads || Lead(response, url) is not { } next || gate.Ask(To(next)) is Permission.Refused)
                return response;
            response.Dispose();
            silence.Extend();
            url = next;
        }
    }

    private static Intent.Request To(Uri url) => new(OperationCatalogue.FetchImage, url.AbsolutePath, url);

    private static Uri? Lead(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && new Uri(from, location) is var next
        && from.Scheme == Uri.UriSchemeHttps
        && next.Scheme == Uri.UriSchemeHttps
            ? next
            : null;

    private async Task<Reading<StagedImage>> Staged(
        HttpResponseMessage response,
        Uri url,
        string sha512,
        string path,
        string part,
        Deadline silence
    )
    {
        await using var to = PrivateFolder
            .Make(Path.GetDirectoryName(part)!)
            .Open(Path.GetFileName(part), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            if (await Write(response, to, silence) is not var (digest, bytes))
                return TooLong(url, path);
            if (!Same(digest, sha512))
                return OtherImage(digest, sha512, url);
            await to.FlushAsync(silence.Token);
            File.Move(part, path, overwrite: true);
            return new Reading<StagedImage>.Seen(
                new StagedImage(path, digest, bytes, Fetched: true),
                EvidenceOf(path, $"fetched from {url}, verified")
            );
        }
        finally
        {
            File.Delete(part);
        }
    }

    // Whoever writes a part holds it: one that can be had is a dead run's.
    private static void SweepParts(string path)
    {
        var parts = $"{Path.GetFileName(path)}.{new string('?', 32)}{Part}";
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(path)!, parts))
        {
            try
            {
                using var ended = new FileStream(left, FileMode.Open, FileAccess.Write, FileShare.None);
                File.Delete(left);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // A run that lives writes it, or it is not ours to remove.
            }
        }
    }

    private Reading<StagedImage> Silent(TimeSpan span, Uri url) =>
        Unread(Unreadable.TimedOut, $"{url} was silent for {span.TotalSeconds:0.#} s: the download was given up.", url);

    private Reading<StagedImage> Slow(TimeSpan span, Uri url, string path) =>
        Unread(
            Unreadable.TimedOut,
            $"GET {url} was not at its end after {span.TotalSeconds:0.#} s: the download was given up; {ByHand(path)}.",
            url
        );

    private Reading<StagedImage> TooLong(Uri url, string path) =>
        Unread(
            Unreadable.Garbled,
            $"GET {url} answers more than {Bounds.Size(_bound)}, and nothing was staged; see what the site's "
                + $"workload.image.url names, raise its workload.image.largestGib, or {ByHand(path)}.",
            url
        );

    private static string ByHand(string path) =>
        $"lay the image at {path} by hand: it is taken where its sha512 is the site's";

    private Reading<StagedImage> NoImage(HttpResponseMessage response, Uri url)
    {
        var status = (int)response.StatusCode;
        if (
            Redirection.Told($"GET {url}", status, response.Headers.Location?.ToString(), Elsewhere, Rule) is
            { } sentence
        )
            return Unread(Unreadable.Failed, sentence, url);
        var why = status switch
        {
            404 => Unreadable.NotFound,
            403 => Unreadable.Forbidden,
            >= 500 => Unreadable.ServerError,
            _ => Unreadable.Failed,
        };
        return Unread(why, $"GET {url} answered {status}: the site's workload.image.url names no image there.", url);
    }

    /// <summary>
    /// Hashes what it writes; a download may be slow, as long as it is not silent. Null where it is longer than an
    /// image may be.
    /// </summary>
    private async Task<(string Digest, long Bytes)?> Write(
        HttpResponseMessage response,
        FileStream to,
        Deadline silence
    )
    {
        await using var from = await response.Content.ReadAsStreamAsync(silence.Token);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var piece = new byte[256 * 1024];
        var bytes = 0L;
        int read;
        while ((read = await from.ReadAsync(piece, silence.Token)) > 0)
        {
            if ((bytes += read) > _bound)
                return null;
            silence.Extend();
            hash.AppendData(piece, 0, read);
            await to.WriteAsync(piece.AsMemory(0, read), silence.Token);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    private static async Task<(string Digest, long Bytes)> Digest(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return (Convert.ToHexStringLower(await SHA512.HashDataAsync(file, cancel)), file.Length);
    }

    private Reading<StagedImage> OtherImage(string digest, string wanted, Uri url) =>
        Unread(
            Unreadable.Garbled,
            $"{url} is not the image that the site names: its sha512 is {digest[..16]}…, "
                + $"{wanted[..Math.Min(16, wanted.Length)]}… was expected; nothing was staged.",
            url
        );

    private Reading<StagedImage> Broken(Exception broken, Uri url, string part)
    {
        if (
            broken is UnauthorizedAccessException
            || broken is IOException { InnerException: null } and not HttpIOException
        )
            return Unread(
                Unreadable.NotOursToRead,
                $"{part} cannot be written ({broken.Message}): images are staged in the home folder (the "
                    + $"site's jumphost.home).",
                url
            );
        if (broken is HttpIOException)
            return Unread(Unreadable.Garbled, Breakage.HalfAnswered($"GET {url}"), url);
        var breakage = Breakage.Of(broken);
        var sentence =
            breakage.Why == Unreadable.UntrustedCertificate
                ? breakage.Said
                : $"GET {url}: {url.Authority} {breakage.Said}.";
        return Unread(breakage.Why, $"{sentence}", url);
    }

    private static bool Same(string digest, string wanted) =>
        digest.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private Evidence EvidenceOf(string path, string what) =>
        new($"sha512sum {path} ({what})", $"sha512sum {path}", Excerpt.None, clock.Now);

    private Reading<StagedImage> Unread(Unreadable why, Sentence sentence, Uri url) =>
        new Reading<StagedImage>.Unread(
            why,
            sentence,
            new Evidence($"GET {url}", $"curl -fLO {url}", Excerpt.None, clock.Now)
        );
}
