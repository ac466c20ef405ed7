namespace Acceptance.Cloud.Permits;

/// <summary>What a run may do to a cloud: observe &lt; mutate &lt; destroy.</summary>
public enum Permit
{
    Observe,
    Mutate,
    Destroy,
}
