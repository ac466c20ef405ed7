namespace Acceptance.Cloud.OpenStack;

/// <summary>Glance. Seeding is stage-and-verify with glance-direct import (FINDING-3, CORRECTION-1).</summary>
public interface IImages
{
    /// <summary>Images of this exact name: none, one, or several (a queued remnant beside a good one).</summary>
    Task<Reading<IReadOnlyList<Image>>> Named(Scope scope, string name, CancellationToken cancel = default);

    /// <summary>POST of the record: queued, with its id.</summary>
    Task<Reading<Image>> Create(Scope scope, ImageRequest request, CancellationToken cancel = default);

    /// <summary>PUT stage of the file's bytes, then POST import glance-direct.</summary>
    Task<Reading<Done>> StageAndImport(Scope scope, string imageId, string path, CancellationToken cancel = default);

    Task<Reading<Image>> Image(Scope scope, string id, CancellationToken cancel = default);

    Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default);
}
