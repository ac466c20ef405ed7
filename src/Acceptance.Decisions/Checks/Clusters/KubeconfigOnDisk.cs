namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>A kubeconfig's file: its mode, and the version that the cluster answered through it.</summary>
public sealed record KubeconfigOnDisk(string Path, UnixFileMode Mode, string Version);
