namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>What a route asks for before its handler runs.</summary>
internal enum Access
{
    /// <summary>A live token, of whatever scope.</summary>
    Token,

    /// <summary>Nothing.</summary>
    Anyone,
}
