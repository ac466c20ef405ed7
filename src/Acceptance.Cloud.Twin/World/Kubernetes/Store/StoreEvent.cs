namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>What a watch tells: ADDED, MODIFIED or DELETED, and the object as it was then.</summary>
internal sealed record StoreEvent(string Type, KubeObject Object, KubeObject? Before)
{
    public long Revision => Object.Revision;
}
