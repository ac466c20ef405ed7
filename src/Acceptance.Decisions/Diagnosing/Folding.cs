using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Decisions.Diagnosing;

/// <summary>Which symptoms follow from which.</summary>
internal sealed class Folding(IReadOnlyList<Node> nodes, Places places)
{
    /// <summary>In the order of the nodes, each with what follows from it, directly or by way of another.</summary>
    public IEnumerable<Root> Roots()
    {
        var folds = nodes
            .SelectMany(node => node.Symptoms)
            .Select(symptom =>
                (Symptom: symptom, By: Explaining(symptom).OrderByDescending(one => IsRoot(one.Node!)).FirstOrDefault())
            )
            .Where(one => one.By.Node is not null)
            .Select(one => (Root: RootOf(one.By.Node!), Fold: new Fold(one.Symptom, one.By.Consequence)))
            .ToLookup(one => one.Root.Name, one => one.Fold);
        return nodes
            .Where(IsRoot)
            .Select(node => new Root(node.Name, [.. node.Symptoms.Where(IsOwn)]) { Folds = [.. folds[node.Name]] });
    }

    /// <summary>The name of the root behind which a check is hidden; null: behind none.</summary>
    public string? Hiding(Check check)
    {
        var hiding = nodes.FirstOrDefault(node =>
            node.Consequences.Any(one =>
                one.Check == check
                && one.Effects.HasFlag(Effects.Unknown)
                && (one.Of is null || node.Symptoms.Any(symptom => symptom.Finding.Victim == one.Of))
            )
        );
        return hiding is null ? null : RootOf(hiding).Name;
    }

    private bool IsRoot(Node node) => node.Symptoms.Any(IsOwn);

    private bool IsOwn(Symptom symptom) => !Explaining(symptom).Any();

    private Node RootOf(Node node)
    {
        HashSet<Node> seen = [];
        while (!IsRoot(node) && seen.Add(node))
            node = Explaining(node.Symptoms[0]).First().Node!;
        return node;
    }

    private IEnumerable<(Node? Node, Consequence Consequence)> Explaining(Symptom symptom) =>
        from node in nodes
        where node.Name != symptom.Cause
        from consequence in node.Consequences
        where Explains(node, consequence, symptom)
        select ((Node?)node, consequence);

    private bool Explains(Node node, Consequence consequence, Symptom symptom) =>
        consequence.Check == symptom.Check
        && !consequence.IsBeneath
        && consequence.Effects.HasFlag(Effects.Red)
        && consequence.Entry == symptom.Finding.Entry
        && node.Symptoms.Any(cause => places.Holds(consequence, cause.Finding, symptom.Finding))
        && (consequence.Bond != Bond.OfTheServiceItPointsAt || IsWhole(node, symptom));

    // One server of many that is down takes no service away.
    private bool IsWhole(Node node, Symptom symptom)
    {
        string[] pointed = [.. node.Symptoms.Select(one => one.Finding.PointsAt).OfType<string>()];
        return pointed
            .Where(unit => unit.StartsWith(symptom.Finding.Victim, StringComparison.Ordinal))
            .All(unit => places.AreAll(unit, pointed));
    }
}
