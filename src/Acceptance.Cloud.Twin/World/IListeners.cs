namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// What the world asks of the wire: an address that answers, or does not.
/// A load balancer's floating IP appears and vanishes with its load balancer; a shut-off machine's ports refuse.
/// </summary>
internal interface IListeners
{
    /// <summary>
    /// Answers at <paramref name="address"/> until closed.
    /// The role names who answers ("workload-api:ID", "service:ID", "ssh:NAME");
    /// the wire finds the handler for it. Idempotent.
    /// </summary>
    void Open(string address, int port, string role);

    void Close(string address, int port);

    /// <summary>
    /// The port at which a wanted port below 1024 really is (the same, or +10000 where it cannot be bound).
    /// </summary>
    int Actual(int port);

    /// <summary>Whether anybody answers there; the port is the wanted one.</summary>
    bool IsOpen(string address, int port) => false;

    /// <summary>What stands between clients and endpoints, the oldest first.</summary>
    IReadOnlyList<EndpointRule> Rules => [];

    /// <summary>What stands between a client and an endpoint does so from now on.</summary>
    void Add(EndpointRule rule)
    {
        // A world without a wire has nobody to misbehave to.
    }

    void Remove(EndpointRule rule)
    {
        // As for adding.
    }

    /// <summary>
    /// The role presents a certificate that no authority of the cloud signed, until it is trusted again.
    /// </summary>
    void Distrust(string role, bool distrusted)
    {
        // A world without a wire presents no certificate.
    }

    bool IsDistrusted(string role) => false;
}
