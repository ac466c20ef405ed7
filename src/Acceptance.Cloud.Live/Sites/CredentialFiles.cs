using System.Collections;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Reads what the site's credentials section only locates. Nothing of it is logged, and nothing of it is run.
/// </summary>
public sealed class CredentialFiles
{
    private readonly SiteCredentials _site;
    private readonly CredentialLocation _location;

    /// <param name="site">Where the credentials lie.</param>
    /// <param name="folder">The site file's folder.</param>
    public CredentialFiles(SiteCredentials site, string folder)
    {
        _site = site;
        _location = new CredentialLocation(folder, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
    }

    /// <summary>
    /// One sentence for each location that does not serve: no file, no OS_AUTH_URL, a CA that is no PEM, an
    /// unreadable kubeconfig ...
    /// </summary>
    public IReadOnlyList<string> Problems()
    {
        var credential = Credential();
        List<string?> sentences = [Sentence(credential), InClear(credential.ValueOrDefault), Sentence(Trust())];
        if (_site.ManagementKubeconfig is not null)
            sentences.Add(Sentence(ManagementKubeconfig()));
        if (_site.SshKey is not null)
            sentences.Add(Sentence(SshKey()));
        return [.. sentences.OfType<string>()];
    }

    /// <summary>
    /// One sentence for each file of a secret that others of this machine may read or write: to be said, and no reason
    /// not to ask.
    /// </summary>
    public IReadOnlyList<Sentence> Exposed() =>
        [
            .. new[]
            {
                ("The openrc", _site.Openrc),
                ("The clouds.yaml", _site.CloudsYaml),
                ("The secure.yaml", _site.CloudsYaml is { } clouds ? Beside(clouds) : null),
                ("The kubeconfig", _site.ManagementKubeconfig),
                ("The ssh key", _site.SshKey),
            }
                .Where(one => one.Item2 is not null)
                .Select(one => _location.Exposed(one.Item2!, one.Item1))
                .OfType<Sentence>(),
        ];

    /// <summary>The secure.yaml beside a clouds.yaml, where people keep its password.</summary>
    private Reading<string> Secure(string clouds) =>
        File.Exists(Beside(clouds))
            ? _location.Text(Beside(clouds), "The secure.yaml", "credentials.cloudsYaml")
            : new Reading<string>.Seen("", Evidence.None);

    private string Beside(string clouds) =>
        Path.Combine(Path.GetDirectoryName(_location.PathOf(clouds))!, "secure.yaml");

    private string? InClear(Credential? known) =>
        known is not null
        && new KnownHosts(new Site { Name = "", Credentials = _site }, known.AuthUrl).Plain(
            $"Keystone, as {known.From} names it,",
            known.AuthUrl
        )
            is { } plain
            ? $"{plain}."
            : null;

    internal CredentialLocation Location => _location;

    internal Reading<Credential> Credential()
    {
        var named = Named();
        return
            named is Reading<Credential>.Seen { Value: { Unverified: { } setting, CaFile: null } known }
            && _site.Ca is null
            ? CredentialLocation.Unread<Credential>(
                $"{known.From} asks for TLS without verification ({setting}), and the suite verifies: take the setting "
                    + $"out, and name the cloud's CA in the site's credentials.ca (or {known.CaKey}).",
                known.From
            )
            : named;
    }

    private Reading<Credential> Named()
    {
        if (_site.Openrc is { } openrc)
        {
            var path = _location.PathOf(openrc);
            return Continue(
                Continue(
                    _location.Text(openrc, "The openrc", "credentials.openrc"),
                    text => new OpenrcFile(path, _location.Home).Read(text)
                ),
                set => OsVariables.ToCredential(set, path, path)
            );
        }

        if (_site.CloudsYaml is { } clouds)
        {
            var path = _location.PathOf(clouds);
            return Continue(
                Continue(
                    _location.Text(clouds, "The clouds.yaml", "credentials.cloudsYaml"),
                    text => Continue(Secure(clouds), secure => CloudsYamlFile.Read(text, secure, path, _site.Cloud))
                ),
                set => OsVariables.ToCredential(set, path, path, CloudsYamlFile.KeyOf)
            );
        }

        return _site.Environment
            ? OsVariables.ToCredential(EnvironmentVariables(), "The environment", "environment")
            : CredentialLocation.Unread<Credential>(
                $"The site names no OpenStack credential: give one of credentials.openrc, "
                    + $"credentials.cloudsYaml, credentials.environment.",
                "site"
            );
    }

    /// <summary>
    /// The site's CA; where it names none, that of the credential (OS_CACERT); where that names none, the system's.
    /// </summary>
    internal Reading<Trust> Trust()
    {
        var (file, field) = _site.Ca is { } named
            ? (named, "credentials.ca")
            : OfTheCredential(Credential().ValueOrDefault);
        return file is null ? new Reading<Trust>.Seen(Transport.Trust.System, Evidence.None) : Trust(file, field);
    }

    private static (string? File, string Field) OfTheCredential(Credential? known) =>
        (
            known?.CaFile,
            known is null ? "" : $"{(known.From.StartsWith('/') ? known.From : "environment")} ({known.CaKey})"
        );

    internal Reading<Trust> Trust(string file, string field) =>
        Continue(_location.Text(file, "The CA file", field), text => CaFile.Read(text, _location.PathOf(file)));

    internal Reading<Kubeconfig> ManagementKubeconfig() =>
        _site.ManagementKubeconfig is not { } file
            ? CredentialLocation.Unread<Kubeconfig>(
                $"The site names no credentials.managementKubeconfig: the management cluster cannot be asked.",
                "site"
            )
            : Continue(
                _location.Text(file, "The kubeconfig", "credentials.managementKubeconfig"),
                text => new KubeconfigFile(_location.PathOf(file), _site.InsecureSkipTlsVerify == "allowed").Read(text)
            );

    /// <summary>The path of the private key; ssh itself reads it.</summary>
    internal Reading<string> SshKey() =>
        _site.SshKey is not { } file
            ? CredentialLocation.Unread<string>(
                $"The site names no credentials.sshKey: no other host can be asked over ssh.",
                "site"
            )
            : _location.Text(file, "The ssh key", "credentials.sshKey").Map(_ => _location.PathOf(file));

    private static Dictionary<string, string> EnvironmentVariables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);

    private static string? Sentence<T>(Reading<T> reading) => (reading as Reading<T>.Unread)?.Sentence.ToString();

    private static Reading<TOther> Continue<T, TOther>(Reading<T> reading, Func<T, Reading<TOther>> next) =>
        reading is Reading<T>.Seen seen ? next(seen.Value) : reading.As<TOther>();
}
