using System.Collections.Concurrent;
using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Runs.Readings;

/// <summary>What the run reads once because nothing in it changes it: the model, the catalog, who we are.</summary>
public sealed class FactsOnce(ICloud cloud)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _once = new(StringComparer.Ordinal);

    public Task<Reading<JujuModel>> Model() => Once("model", () => cloud.Juju.Status());

    public Task<Reading<JujuController>> Controller() => Once("controller", () => cloud.Juju.Controller());

    public Task<Reading<TokenFacts>> Token(Scope scope) => Once($"token {scope}", () => cloud.OpenStack.Token(scope));

    public Task<Reading<IReadOnlyList<CatalogService>>> Catalog() =>
        Once("catalog", () => cloud.OpenStack.Catalog(Scope.Admin));

    private Task<T> Once<T>(string what, Func<Task<T>> read) =>
        (Task<T>)_once.GetOrAdd(what, _ => new Lazy<Task>(() => read())).Value;
}
