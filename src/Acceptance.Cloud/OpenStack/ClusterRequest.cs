namespace Acceptance.Cloud.OpenStack;

/// <summary>A cluster to create: the labels are merged over the template's.</summary>
public sealed record ClusterRequest(
    string Name,
    string TemplateUuid,
    string Keypair,
    int Masters,
    int Workers,
    IReadOnlyDictionary<string, string> MergedLabels
);
