namespace Acceptance.Cloud.Twin;

/// <summary>Where a twin itself is reached, beside the addresses of its cloud.</summary>
internal static class TwinAddresses
{
    /// <summary>The last two octets of a block's own address; who binds it holds the block.</summary>
    public const string Own = "0.2";

    public const int ControlPort = 7077;

    /// <summary>Where the personas' programs ask the twin what to print.</summary>
    public const int PersonaPort = 7078;
}
