namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A frontend (tcp-in_NAME) and its backend (NAME_NETWORK) with the servers behind it.</summary>
internal sealed class HaProxyBackend(string name, string network, int port, IReadOnlyList<HaProxyServer> servers)
{
    public string Name { get; } = name;

    public string FrontendName => $"tcp-in_{Name}";

    public string BackendName => $"{Name}_{network}";

    /// <summary>The port the frontend listens on.</summary>
    public int Port { get; } = port;

    public IReadOnlyList<HaProxyServer> Servers { get; } = servers;

    public bool Up => Servers.Any(server => server.Status != "DOWN");
}
