namespace Acceptance.Cloud.Twin.World;

/// <summary>How long things take: the as-executed timings of the runbooks (FACTS 8.12), in cloud time.</summary>
public sealed record TwinPhysics
{
    public TimeSpan ServerActive { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From the stop to SHUTOFF.</summary>
    public TimeSpan ServerStop { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the delete until Nova answers 404.</summary>
    public TimeSpan ServerDelete { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>sshd answers this long after ACTIVE.</summary>
    public TimeSpan SshdAfterActive { get; init; } = TimeSpan.FromSeconds(160);

    /// <summary>A cold start of the management cluster on gp.mid, from boot to ready.</summary>
    public TimeSpan ManagementReady { get; init; } = TimeSpan.FromMinutes(20.5);

    /// <summary>A stop and start in calm (D-041).</summary>
    public TimeSpan ManagementReadyInCalm { get; init; } = TimeSpan.FromSeconds(40);

    public TimeSpan AmphoraBoot { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Failover { get; init; } = TimeSpan.FromSeconds(108);

    /// <summary>How long the data path is dark while a STANDALONE amphora is replaced.</summary>
    public TimeSpan FailoverBlip { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>A failover without room ends in ERROR after this.</summary>
    public TimeSpan NoValidHost { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>keystone's token-expiration as the charm sets it.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A load balancer's listener, pool or member is being configured: PENDING_UPDATE that long.</summary>
    public TimeSpan LoadBalancerUpdate { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the delete until Octavia answers 404.</summary>
    public TimeSpan LoadBalancerDelete { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// No heartbeat for that long: the health manager takes the amphora for dead (FACTS 8.7),
    /// Nova the service for down.
    /// </summary>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after a reload an nginx's old workers still take connections: a curl 2 s later met one (appendix A).
    /// </summary>
    public TimeSpan ProxyDrains { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan ImageConversion { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>From the create to CREATE_COMPLETE, when nothing is in the way.</summary>
    public TimeSpan ClusterCreate { get; init; } = TimeSpan.FromMinutes(14);

    public TimeSpan ClusterDelete { get; init; } = TimeSpan.FromMinutes(4);

    public TimeSpan MagnumStatusPoll { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan MagnumHealthPoll { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan CapoResync { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan UpdateStatus { get; init; } = TimeSpan.FromMinutes(5);
}
