using Acceptance.Cloud.Captures;
using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Files;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Captures;
using Acceptance.Cloud.Live.Clock;
using Acceptance.Cloud.Live.Faults;
using Acceptance.Cloud.Live.Hosts;
using Acceptance.Cloud.Live.Hypervisor;
using Acceptance.Cloud.Live.Juju;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Maas;
using Acceptance.Cloud.Live.OpenStack;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Live.Vault;
using Acceptance.Cloud.Maas;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;

namespace Acceptance.Cloud.Live;

/// <summary>
/// The drivers of one site. Opening it reads the credential files and asks nothing; what does not serve is the answer
/// of whoever needs it.
/// </summary>
public sealed class LiveCloud : ICloud
{
    private readonly LiveOptions _options;
    private readonly IRequestGate _gate;
    private readonly Redaction _redaction = Redaction.OfProcess;
    private readonly Connections _connections;
    private readonly CredentialFiles _credentials;
    private readonly KnownHosts _hosts;
    private readonly RunKubeconfigs _kubeconfigs;
    private readonly List<IDisposable> _held = [];

    private LiveCloud(Site site, string folder, IRequestGate gate, LiveOptions options)
    {
        options = options with { Deadlines = options.Deadlines.With(site.Deadlines) };
        (Site, _gate, _options) = (site, gate, options);
        _credentials = new CredentialFiles(site.Credentials, folder);
        _hosts = new KnownHosts(site, _credentials.Credential().ValueOrDefault?.AuthUrl);
        _connections = new Connections(options.Deadlines, options.Run);
        Clock = OpenClock();
        var home = HomeOf(site.Jumphost);
        _kubeconfigs = Hold(new RunKubeconfigs(home, options.Run));
        var shell = OpenShell(home);
        Juju = new JujuClient(shell, site.Juju, options.Deadlines);
        Vault = new VaultUnits(Juju, site.Juju);
        Maas = new MaasClient(shell, site.Maas, options.Deadlines);
        Hypervisor = new LibvirtHypervisor(shell, site.Hypervisor, options.Deadlines);
        Shell = new RemoteShell(shell, _credentials, options.Deadlines);
        Http = new HttpProbe(_connections, _credentials.Trust, gate, Clock, options.Deadlines, _redaction);
        Images = OpenImages(home);
        OpenStack = OpenOpenStack();
        Management = OpenManagement();
        Faults = OpenFaults();
        Captures = new CaptureFolder(site.Baseline?.Folder);
    }

    public Site Site { get; }

    public ICloudClock Clock { get; }

    public IOpenStack OpenStack { get; }

    public IJuju Juju { get; }

    public IKubernetes Management { get; }

    public IMaas Maas { get; }

    public IHypervisor Hypervisor { get; }

    public IVault Vault { get; }

    public IRemoteShell Shell { get; }

    public IHttpProbe Http { get; }

    public IImageSource Images { get; }

    public IFaults Faults { get; }

    public ICaptures Captures { get; }

    /// <summary>Opens the drivers of a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="folderOfSiteFile">Where relative locations of the site start.</param>
    /// <param name="gate">Asked before every request and every program.</param>
    public static LiveCloud Open(Site site, string folderOfSiteFile, IRequestGate gate, LiveOptions? options = null) =>
        new(site, folderOfSiteFile, gate, options ?? new LiveOptions());

    public Reading<IKubernetes> Cluster(string kubeconfig)
    {
        _redaction.LearnKubeconfig(kubeconfig);
        const string named = "that the cloud gave";
        var read = new KubeconfigFile(named, ofTheCloud: true).Read(kubeconfig);
        if (read is not Reading<Kubeconfig>.Seen { Value: var known })
            return read.As<IKubernetes>();
        if (_hosts.Refusal($"The server of the kubeconfig {named}", known.Server) is { } refused)
            return CredentialLocation.Unread<IKubernetes>($"{refused}.", named);
        try
        {
            return Api(read, _kubeconfigs.Keep(known.Server, KubeconfigText.Of(known, "cluster")));
        }
        catch (NotPrivateException exposed)
        {
            return new Reading<IKubernetes>.Unread(Unreadable.NotOursToRead, $"{exposed.Message}", Evidence.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var held in Enumerable.Reverse(_held))
            held.Dispose();
        return ValueTask.CompletedTask;
    }

    private string HomeOf(SiteJumphost jumphost) =>
        jumphost is { Address: null, Home: { } named }
            ? _credentials.Location.PathOf(named)
            : _credentials.Location.Home;

    private Shell.Shell OpenShell(string home)
    {
        var jumphost = Site.Jumphost;
        var path = jumphost.Address is null ? jumphost.Path.Select(_credentials.Location.PathOf) : [];
        return new(new Jumphost(jumphost, home), new CleanEnvironment([.. path], home), _gate, _redaction, Clock);
    }

    private ImageSource OpenImages(string home) =>
        new(_connections, Site.Workload?.Image, _credentials, home, _gate, Clock, _options.Deadlines);

    /// <summary>A twin's control address has its word in its path: never shown.</summary>
    private ICloudClock OpenClock()
    {
        _redaction.Learn(Site.Clock.At?.AbsolutePath.Trim('/'));
        _redaction.Learn(Site.FaultsAt?.AbsolutePath.Trim('/'));
        return Site.Clock.At is { } at ? Hold(new ControlClock(at)) : new SystemClock();
    }

    private IFaults OpenFaults() =>
        Site.FaultsAt is { } faults ? new ControlWireFaults(faults, SenderOf(Trust.System)) : new NoFaults(Site.Name);

    private IOpenStack OpenOpenStack()
    {
        var trust = _credentials.Trust();
        var credential = trust is Reading<Trust>.Unread ? trust.As<Credential>() : _credentials.Credential();
        var sender = SenderOf(trust.ValueOrDefault ?? Trust.System);
        // Before anything is sent: what answers may say it back.
        _redaction.Learn(credential.ValueOrDefault?.Password);
        _redaction.Learn(credential.ValueOrDefault?.ApplicationCredentialSecret);
        return new OpenStackServices(
            credential,
            new KeystoneTokens(credential, sender, _redaction, _hosts),
            sender,
            _hosts,
            _options.Upload
        );
    }

    private IKubernetes OpenManagement()
    {
        var path = Site.Credentials.ManagementKubeconfig is { } file ? _credentials.Location.PathOf(file) : "";
        return Api(_credentials.ManagementKubeconfig(), path) switch
        {
            Reading<IKubernetes>.Seen seen => seen.Value,
            Reading<IKubernetes>.Unread unread => new UnreadKubernetes(
                new Failure(unread.Why, unread.Sentence, unread.Evidence)
            ),
            _ => throw new InvalidOperationException("a reading is seen or unread"),
        };
    }

    private Reading<IKubernetes> Api(Reading<Kubeconfig> kubeconfig, string path)
    {
        if (kubeconfig is not Reading<Kubeconfig>.Seen { Value: var known })
            return kubeconfig.As<IKubernetes>();
        if (_hosts.Plain($"The server of the kubeconfig {path}", known.Server) is { } plain)
            return CredentialLocation.Unread<IKubernetes>($"{plain}.", path);
        var trust =
            known.Unverified ? new Reading<Trust>.Seen(Trust.Anyone, Evidence.None)
            : known.CaPem.Length > 0 ? CaFile.Read(known.CaPem, $"{path} (certificate-authority-data)")
            : new Reading<Trust>.Seen(Trust.System, Evidence.None);
        if (trust is not Reading<Trust>.Seen { Value: var trusted })
            return trust.As<IKubernetes>();
        try
        {
            var api = Hold(
                new KubernetesApi(
                    known,
                    path,
                    trusted,
                    _gate,
                    Clock,
                    _options.Deadlines,
                    _redaction,
                    _options.Run,
                    _hosts.Reservation(known.Server)
                )
            );
            return new Reading<IKubernetes>.Seen(api, kubeconfig.Evidence);
        }
        catch (Exception refused)
            when (refused
                    is k8s.Exceptions.KubeConfigException
                        or FormatException
                        or ArgumentException
                        or System.Security.Cryptography.CryptographicException
            )
        {
            return CredentialLocation.Unread<IKubernetes>(
                $"The kubeconfig {path} does not serve: {refused.Message}",
                path
            );
        }
    }

    private Sender SenderOf(Trust trust) =>
        new(Hold(_connections.Client(trust)), _gate, Clock, _options.Deadlines, _redaction);

    private T Hold<T>(T held)
        where T : IDisposable
    {
        lock (_held)
            _held.Add(held);
        return held;
    }
}
