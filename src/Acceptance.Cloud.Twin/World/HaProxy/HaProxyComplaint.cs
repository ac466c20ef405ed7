namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>What a configuration test says against a file: the lines of 2.4 and of 2.6, and when it is found: while parsing, in the checks after it, when addresses are looked up, or only a warning.</summary>
public sealed record HaProxyComplaint(HaProxyComplaint.Stage Found, string[] Of24, string[] Of26)
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

    public static HaProxyComplaint Same(Stage found, string line) => new(found, [line], [line]);
}
