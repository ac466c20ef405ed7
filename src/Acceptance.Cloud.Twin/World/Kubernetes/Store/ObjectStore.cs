using System.Globalization;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.World.Kubernetes.Store;

/// <summary>
/// What etcd and the registry of one API server hold: objects by kind, one rising revision, the history a watch reads.
/// Everything is called under the world's gate.
/// </summary>
internal sealed class ObjectStore(Ground ground)
{
    private const int Remembered = 4000;
    private readonly Dictionary<KubeKind, SortedDictionary<(string Namespace, string Name), KubeObject>> _objects = [];
    private readonly List<StoreEvent> _history = [];

    /// <summary>Raised under the gate after each change.</summary>
    public event Action<StoreEvent>? Changed;

    public long Revision { get; private set; } = 100;

    /// <summary>
    /// How long ago what is created now came into being: a world begins with clusters that have stood for days.
    /// </summary>
    public TimeSpan Aged { get; set; }

    /// <summary>What is older than this has been compacted: a watch from there ends with 410.</summary>
    public long Compacted { get; private set; }

    public IReadOnlyCollection<KubeObject> List(KubeKind kind, string? ns = null)
    {
        if (!_objects.TryGetValue(kind, out var all))
            return [];
        return ns is null ? all.Values : [.. all.Values.Where(one => one.Namespace == ns)];
    }

    public KubeObject? Find(KubeKind kind, string ns, string name) =>
        _objects.TryGetValue(kind, out var all) ? all.GetValueOrDefault((ns, name)) : null;

    public KubeObject Get(KubeKind kind, string ns, string name) =>
        Find(kind, ns, name) ?? throw KubeRefusedException.NotFound(kind, name);

    public IEnumerable<KubeObject> Everything() => _objects.Values.SelectMany(all => all.Values);

    public IEnumerable<StoreEvent> Since(long revision, KubeKind kind) =>
        _history.Where(change => change.Revision > revision && change.Object.Kind == kind);

    /// <summary>Gives the object its uid, time and first revision. A name that exists is 409.</summary>
    /// <param name="uid">A uid that is planned; null: one is drawn.</param>
    public KubeObject Create(KubeKind kind, JsonObject body, string? uid = null)
    {
        var copy = (JsonObject)body.DeepClone();
        var metadata = copy["metadata"] as JsonObject ?? (JsonObject)(copy["metadata"] = new JsonObject());
        if (metadata["name"] is null && (string?)metadata["generateName"] is { } prefix)
            metadata["name"] = prefix + ground.NewSuffix(5);
        var name = (string)metadata["name"]!;
        if (!kind.Namespaced)
            metadata.Remove("namespace");
        if (Find(kind, (string?)metadata["namespace"] ?? "", name) is not null)
            throw KubeRefusedException.AlreadyExists(kind, name);
        copy["apiVersion"] = kind.ApiVersion(kind.Stored);
        copy["kind"] = kind.Kind;
        metadata["uid"] = uid ?? ground.NewId();
        metadata["creationTimestamp"] = KubeObject.Stamp(ground.Now - Aged);
        if (kind.HasGeneration)
            metadata["generation"] = 1;
        else
            metadata.Remove("generation");
        foreach (var never in (string[])["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"])
            metadata.Remove(never);
        return Keep(kind, copy, null);
    }

    /// <summary>Changes one object in place; what is unchanged keeps its revision.</summary>
    public KubeObject Change(KubeObject before, Action<JsonObject> change)
    {
        var copy = (JsonObject)before.Body.DeepClone();
        change(copy);
        return Replace(before, copy);
    }

    /// <summary>The same for its status; one that says the same costs no copy of the rest.</summary>
    public KubeObject ChangeStatus(KubeObject before, JsonObject status) =>
        JsonNode.DeepEquals(before.Body["status"], status) ? before : Change(before, body => body["status"] = status);

    /// <summary>
    /// Puts a new body in the place of <paramref name="before"/>;
    /// the last finalizer's leave of a deleted object removes it.
    /// </summary>
    public KubeObject Replace(KubeObject before, JsonObject body)
    {
        var metadata = KeepOwn(before, body);
        if (before.Deleting && metadata["finalizers"] is null && !HeldBySpec(body) && !Ending(before))
            return Vanish(before, body);
        if (JsonNode.DeepEquals(before.Body, body))
            return before;
        if (before.Kind.HasGeneration && !JsonNode.DeepEquals(before.Body["spec"], body["spec"]))
            metadata["generation"] = ((long?)before.Metadata["generation"] ?? 0) + 1;
        return Keep(before.Kind, body, before);
    }

    /// <summary>What <see cref="Replace"/> would keep, without keeping it.</summary>
    public KubeObject Imagine(KubeObject before, JsonObject body)
    {
        KeepOwn(before, body);
        return new KubeObject(before.Kind, body, before.Revision);
    }

    /// <summary>Asks for an object's end. Null: it is gone; else it waits for its finalizers or its process.</summary>
    public KubeObject? Delete(KubeObject target, Deletion? how = null)
    {
        how ??= new Deletion();
        Precondition(target, how);
        if (how.Propagation == "Orphan")
            Orphan(target);
        var grace = GraceOf(target, how);
        var foreground = how.Propagation == "Foreground" && Dependents(target).Any();
        if (!foreground && grace == 0 && !target.Finalizers.Any() && !HeldBySpec(target.Body))
        {
            Vanish(target, (JsonObject)target.Body.DeepClone());
            return null;
        }

        if (target.Deleting && grace >= ((int?)target.Metadata["deletionGracePeriodSeconds"] ?? 0))
            return target;
        var body = (JsonObject)target.Body.DeepClone();
        var metadata = (JsonObject)body["metadata"]!;
        metadata["deletionTimestamp"] = KubeObject.Stamp(ground.Now.AddSeconds(grace));
        metadata["deletionGracePeriodSeconds"] = grace;
        if (metadata["generation"] is { } generation)
            metadata["generation"] = (long)generation + 1;
        if (target.Kind == KubeKinds.Namespace)
            ((JsonObject)body["status"]!)["phase"] = "Terminating";
        if (foreground)
            (metadata["finalizers"] as JsonArray ?? (JsonArray)(metadata["finalizers"] = new JsonArray())).Add(
                "foregroundDeletion"
            );
        return Keep(target.Kind, body, target);
    }

    /// <summary>A process has ended, or a controller takes an object away for good.</summary>
    public void Remove(KubeObject target) => Vanish(target, (JsonObject)target.Body.DeepClone());

    public IEnumerable<KubeObject> Dependents(KubeObject owner) =>
        Everything().Where(one => one.OwnedBy(owner.Uid)).ToArray();

    /// <summary>Forgets history, as etcd's compaction does every five minutes.</summary>
    public void Compact()
    {
        Compacted = Revision;
        _history.Clear();
    }

    // What the server owns stays what it was, whatever a client wrote.
    private static JsonObject KeepOwn(KubeObject before, JsonObject body)
    {
        var metadata = (JsonObject)body["metadata"]!;
        foreach (
            var own in (string[])
                ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "namespace", "name"]
        )
        {
            if (before.Metadata[own] is { } value)
                metadata[own] = value.DeepClone();
            else
                metadata.Remove(own);
        }

        metadata["resourceVersion"] = before.Metadata["resourceVersion"]!.DeepClone();
        if (before.Metadata["generation"] is { } generation)
            metadata["generation"] = generation.DeepClone();
        else
            metadata.Remove("generation");
        if (metadata["finalizers"] is JsonArray { Count: 0 })
            metadata.Remove("finalizers");
        return metadata;
    }

    private static bool HeldBySpec(JsonObject body) =>
        (string?)body["kind"] == "Namespace" && (body["spec"] as JsonObject)?["finalizers"] is JsonArray { Count: > 0 };

    private static bool Ending(KubeObject one) =>
        one.Kind == KubeKinds.Pod && ((int?)one.Metadata["deletionGracePeriodSeconds"] ?? 0) > 0;

    private static int GraceOf(KubeObject target, Deletion how)
    {
        // Only a pod on a node has a process to end.
        if (target.Kind != KubeKinds.Pod || target.Spec["nodeName"] is null)
            return 0;
        return how.GraceSeconds ?? (int?)target.Spec["terminationGracePeriodSeconds"] ?? 30;
    }

    /// <summary>A deletion that names another uid or revision than the object has is 409.</summary>
    public static void Precondition(KubeObject target, Deletion how)
    {
        if (how.Uid is { } uid && uid != target.Uid)
        {
            throw KubeRefusedException.Unmet(
                target.Kind,
                target.Name,
                $"the UID in the precondition ({uid}) does not match the UID in record ({target.Uid}). "
                    + "The object might have been deleted and then recreated"
            );
        }

        if (how.ResourceVersion is { } wanted && wanted != target.Revision.ToString(CultureInfo.InvariantCulture))
        {
            throw KubeRefusedException.Unmet(
                target.Kind,
                target.Name,
                $"the ResourceVersion in the precondition ({wanted}) does not match "
                    + $"the ResourceVersion in record ({target.Revision}). The object might have been modified"
            );
        }
    }

    private void Orphan(KubeObject owner)
    {
        foreach (var dependent in Dependents(owner))
        {
            Change(
                dependent,
                body =>
                {
                    var owners = (JsonArray)body["metadata"]!["ownerReferences"]!;
                    foreach (var own in owners.Where(one => (string?)one!["uid"] == owner.Uid).ToArray())
                        owners.Remove(own);
                }
            );
        }
    }

    private KubeObject Keep(KubeKind kind, JsonObject body, KubeObject? before)
    {
        Revision++;
        body["metadata"]!["resourceVersion"] = Revision.ToString(CultureInfo.InvariantCulture);
        // Read back, so that every number can be asked for in any size.
        var kept = new KubeObject(kind, (JsonObject)JsonNode.Parse(body.ToJsonString())!, Revision);
        if (!_objects.TryGetValue(kind, out var all))
            _objects[kind] = all = new(Comparer<(string, string)>.Create(ByNames));
        all[(kept.Namespace, kept.Name)] = kept;
        Tell(new StoreEvent(before is null ? "ADDED" : "MODIFIED", kept, before));
        return kept;
    }

    // The answer to whoever removed the last finalizer keeps the old resourceVersion; the watch gets a new one.
    private KubeObject Vanish(KubeObject target, JsonObject last)
    {
        if (_objects.TryGetValue(target.Kind, out var all))
            all.Remove((target.Namespace, target.Name));
        var answer = new KubeObject(target.Kind, (JsonObject)last.DeepClone(), target.Revision);
        Revision++;
        last["metadata"]!["resourceVersion"] = Revision.ToString(CultureInfo.InvariantCulture);
        Tell(new StoreEvent("DELETED", new KubeObject(target.Kind, last, Revision), target));
        return answer;
    }

    private void Tell(StoreEvent change)
    {
        _history.Add(change);
        if (_history.Count > Remembered)
        {
            Compacted = _history[Remembered / 4].Revision;
            _history.RemoveRange(0, Remembered / 4 + 1);
        }

        Changed?.Invoke(change);
    }

    private static int ByNames((string Namespace, string Name) a, (string Namespace, string Name) b)
    {
        var first = string.CompareOrdinal(a.Namespace, b.Namespace);
        return first != 0 ? first : string.CompareOrdinal(a.Name, b.Name);
    }
}
