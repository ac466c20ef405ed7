using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// The single-node management cluster: it lives and dies with its VM (D-041), converges slowly after a cold start,
/// and everything that Cluster API does waits for it.
/// </summary>
internal sealed class ManagementCluster
{
    private readonly Ground _ground;
    private DateTimeOffset? _poweredAt;
    private int _start;

    public ManagementCluster(Ground ground)
    {
        _ground = ground;
        Kube = new KubeCluster(ground, "k8s", "v1.32.13", [.. KubeKinds.BuiltIn, .. CapiKinds.All]);
        ManagementContent.Fill(Kube, ground);
        Features = new SnapFeatures(ground, Kube);
        Capo = new CapoProcess(ground, Kube);
        _poweredAt = SshdAt = ConvergesAt = ReadyAt = ground.Now - TimeSpan.FromDays(2);
        ground.Provider.Open(Address, ground.Plan.KubeApiPort, "mgmt-api");
    }

    /// <summary>Told under the gate whenever <see cref="Phase"/> has changed.</summary>
    public event Action? PhaseChanged;

    public KubeCluster Kube { get; }

    public CapoProcess Capo { get; }

    public SnapFeatures Features { get; }

    public string Address => _ground.Plan.Address(_ground.Plan.ManagementFip);

    public string Server => $"https://{Address}:{_ground.Plan.KubeApiPort}";

    /// <summary>
    /// A lone stop and start in calm serves after seconds (D-041);
    /// a cold start among others takes 20 minutes (FACTS 0.10a).
    /// </summary>
    public bool StartsInCalm { get; set; }

    /// <summary>When sshd answers (answered); null while off.</summary>
    public DateTimeOffset? SshdAt { get; private set; }

    /// <summary>When the API server begins to come and go; null while off.</summary>
    public DateTimeOffset? ConvergesAt { get; private set; }

    /// <summary>When <c>k8s status</c> says ready; null while off.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>When its kernel booted; null while off.</summary>
    public DateTimeOffset? BootedAt => _poweredAt;

    public ManagementPhase Phase =>
        _poweredAt is null ? ManagementPhase.Off
        : _ground.Now < SshdAt ? ManagementPhase.Booting
        : _ground.Now < ConvergesAt ? ManagementPhase.SshdUp
        : _ground.Now < ReadyAt ? ManagementPhase.Converging
        : ManagementPhase.Ready;

    /// <summary>Its controllers work: Cluster API, CAPO, the add-on provider.</summary>
    public bool Works => Phase == ManagementPhase.Ready && Features.Network;

    /// <summary>CAPO makes machines: without ORC it gets as far as networks and load balancers (D-034).</summary>
    public bool MakesMachines => Works && Capo.FindsOrc;

    /// <summary>Magnum's conductor asks its API at a floating IP, past the provider network (D-057).</summary>
    public bool ServesMagnum => Works && !_ground.Provider.IsDark;

    /// <summary>
    /// The one-minute load average: over 100 on 2 vCPUs in the middle of a cold start (ops-capi-recovery 3).
    /// </summary>
    public double Load
    {
        get
        {
            if (_poweredAt is not { } from || ReadyAt is not { } ready)
                return 0;
            if (_ground.Now >= ready)
                return 0.84;
            var way = (_ground.Now - from) / (ready - from);
            var peak = ready - from > TimeSpan.FromMinutes(5) ? 118.0 : 9.0;
            return way < 0.4 ? Math.Max(0.5, peak * way / 0.4) : Math.Max(1.2, peak * (1 - way) / 0.6);
        }
    }

    /// <summary>One of its controllers in another version than the planned one; returns its pod.</summary>
    public string Install(string name, Func<string, string> version) =>
        ManagementContent.Reinstall(Kube, _ground, name, version);

    /// <summary>k8s enable: what waited for the feature goes on.</summary>
    public void Enable(string feature)
    {
        Features.Enable(feature);
        PhaseChanged?.Invoke();
    }

    /// <summary>It was bootstrapped without the cluster-config block.</summary>
    public void LeaveFeaturesOff()
    {
        Features.LeaveOff();
        PhaseChanged?.Invoke();
    }

    /// <summary>The VM became ACTIVE, or ceased to be.</summary>
    public void Power(bool on)
    {
        if (on == _poweredAt is not null)
            return;
        _start++;
        if (!on)
        {
            _poweredAt = SshdAt = ConvergesAt = ReadyAt = null;
            _ground.Provider.Close(Address, _ground.Plan.KubeApiPort);
            Kube.Interrupt();
            PhaseChanged?.Invoke();
            return;
        }

        var physics = _ground.Plan.Physics;
        _poweredAt = _ground.Now;
        ReadyAt = _ground.Now + (StartsInCalm ? physics.ManagementReadyInCalm : physics.ManagementReady);
        SshdAt = _ground.Now + (StartsInCalm ? physics.ManagementReadyInCalm / 2 : physics.SshdAfterActive);
        ConvergesAt = SshdAt + (ReadyAt - SshdAt) / 4;
        StartsInCalm = false;
        var start = _start;
        Later(SshdAt.Value, start, () => { });
        Later(ConvergesAt.Value, start, () => _ground.Provider.Open(Address, _ground.Plan.KubeApiPort, "mgmt-api"));
        Later(ReadyAt.Value, start, () => { });
    }

    private void Later(DateTimeOffset when, int start, Action happens) =>
        _ground.Clock.At(
            when,
            () =>
            {
                if (start != _start)
                    return;
                happens();
                PhaseChanged?.Invoke();
            }
        );
}
