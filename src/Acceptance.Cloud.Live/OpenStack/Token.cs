using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>A token with what it says. The id is in memory only.</summary>
internal sealed record Token(string Id, TokenFacts Facts, IReadOnlyList<CatalogService> Catalog, Evidence Evidence)
{
    public override string ToString() => $"token of {Facts.UserName} on {Facts.ProjectName}";
}
