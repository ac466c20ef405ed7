using Acceptance.Cloud.Permits;

namespace Acceptance.Cloud.Commands;

/// <summary>What is asked of the jumphost about its reverse proxy.</summary>
public static class ProxyCommands
{
    /// <summary>
    /// The directives of a proxy's file that decide whom it passes to and whom it believes there; a header that it
    /// sends may be a credential, and is not read.
    /// </summary>
    public static Command Directives { get; } =
        new(
            "proxy.directives",
            Place.Jumphost,
            Permit.Observe,
            ["sudo", "-n", "grep", "-E", "^[[:space:]]*(proxy_pass|proxy_ssl_[a-z_]+)[[:space:]]", "--", Slot.File]
        )
        {
            Exits = Command.FoundOrNone,
        };

    /// <summary>A line for each of nginx's processes; one that drains says that it is shutting down.</summary>
    public static Command Workers { get; } =
        new("proxy.workers", Place.Jumphost, Permit.Observe, ["ps", "-ww", "-C", "nginx", "-o", "args="])
        {
            Exits = new Dictionary<int, string> { [0] = "found", [1] = "no such process" },
        };
}
