namespace Acceptance.Cloud.Hosts;

/// <summary>Type of a row of `show stat` (FACTS 8.5).</summary>
public enum HaProxyRowType
{
    [Word("0")]
    Frontend,

    [Word("1")]
    Backend,

    [Word("2")]
    Server,

    [Word("3")]
    Listener,
}
