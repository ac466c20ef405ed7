namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>
/// A generation of nginx's workers: what they read when they were started, and what they are answering.
/// </summary>
internal sealed class NginxWorker(IReadOnlyList<NginxVhost> vhosts)
{
    public IReadOnlyList<NginxVhost> Vhosts { get; } = vhosts;

    /// <summary>Requests that it is answering: it does not go before they are answered.</summary>
    public int Answering { get; set; }

    public NginxVhost? At(int port) => Vhosts.FirstOrDefault(vhost => vhost.Port == port);
}
