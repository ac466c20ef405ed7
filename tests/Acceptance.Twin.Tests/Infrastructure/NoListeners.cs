using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>A world without a wire.</summary>
internal sealed class NoListeners : IListeners
{
    public void Open(string address, int port, string role) { }

    public void Close(string address, int port) { }

    public int Actual(int port) => port;
}
