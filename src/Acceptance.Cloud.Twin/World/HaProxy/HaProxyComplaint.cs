namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A line that a configuration test says against a file, and when it is found.</summary>
internal sealed record HaProxyComplaint(HaProxyComplaint.Stage Found, string Line)
{
    /// <summary>When it is found: the last line of the test tells.</summary>
    public enum Stage
    {
        /// <summary>The file cannot be opened.</summary>
        Opening,

        /// <summary>A line cannot be read.</summary>
        Parsing,

        /// <summary>The whole does not fit together.</summary>
        Checking,

        /// <summary>A server's name has no address.</summary>
        Addresses,

        /// <summary>It works, otherwise than written.</summary>
        Warning,
    }
}
