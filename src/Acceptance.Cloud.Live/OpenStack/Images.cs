using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Glance.</summary>
internal sealed class Images(RestServices services, TimeSpan upload) : IImages
{
    // Glance writes an image's own properties beside these, at the top level.
    private static readonly HashSet<string> Schema = new(StringComparer.Ordinal)
    {
        "id",
        "name",
        "status",
        "disk_format",
        "container_format",
        "visibility",
        "size",
        "virtual_size",
        "checksum",
        "protected",
        "min_ram",
        "min_disk",
        "owner",
        "os_hidden",
        "os_hash_algo",
        "os_hash_value",
        "created_at",
        "updated_at",
        "tags",
        "self",
        "file",
        "schema",
        "locations",
        "direct_url",
        "stores",
    };

    public Task<Reading<IReadOnlyList<Image>>> Named(Scope scope, string name, CancellationToken cancel = default) =>
        services
            .List(
                new Question(OperationCatalogue.Images.At(), scope, $"image list --name {name}") with
                {
                    Query = [("name", AsValue(name))],
                },
                "images",
                Read,
                cancel
            )
            .Select(images => (IReadOnlyList<Image>)[.. images.Where(image => image.Name == name)]);

    public Task<Reading<Image>> Create(Scope scope, ImageRequest request, CancellationToken cancel = default)
    {
        var body = new JsonObject
        {
            ["name"] = request.Name,
            ["container_format"] = "bare",
            ["disk_format"] = request.DiskFormat,
            ["visibility"] = ((State<ImageVisibility>)request.Visibility).Word,
        };
        foreach (var (name, value) in request.Properties)
            body[name] = value;
        var properties = request.Properties.Select(pair => (ByHand)$" --property {pair.Key}={pair.Value}");
        return services.One(
            new Question(
                OperationCatalogue.CreateImage.At(),
                scope,
                $"image create {request.Name} --container-format bare --disk-format "
                    + $"{request.DiskFormat} --{body["visibility"]!.GetValue<string>()}{properties} --import "
                    + $"--file <staged file>"
            ) with
            {
                Json = body.ToJsonString(),
            },
            Read,
            cancel
        );
    }

    public async Task<Reading<Done>> StageAndImport(
        Scope scope,
        string imageId,
        string path,
        CancellationToken cancel = default
    )
    {
        if (!File.Exists(path))
            return new Reading<Done>.Unread(
                Unreadable.NotOursToRead,
                $"There is no staged file {path} to upload: stage the image first.",
                Evidence.None
            );
        var staged = await services.Do(
            new Question(OperationCatalogue.StageImage.At(imageId), scope, $"image stage {imageId} --file {path}") with
            {
                Content = () => Bytes(path),
                Within = upload,
            },
            cancel
        );
        if (staged is Reading<Done>.Unread)
            return staged;
        return await services.Do(
            new Question(
                OperationCatalogue.ImportImage.At(imageId),
                scope,
                $"image import {imageId} --method glance-direct"
            ) with
            {
                Json = """{"method": {"name": "glance-direct"}}""",
            },
            cancel
        );
    }

    public Task<Reading<Image>> Image(Scope scope, string id, CancellationToken cancel = default) =>
        services.One(new Question(OperationCatalogue.Image.At(id), scope, $"image show {id}"), Read, cancel);

    public Task<Reading<Done>> Delete(Scope scope, string id, CancellationToken cancel = default) =>
        services.Do(new Question(OperationCatalogue.DeleteImage.At(id), scope, $"image delete {id}"), cancel);

    private static Image Read(Field image) =>
        new(
            image["id"].Text(),
            image["name"].TextOrNull() ?? "",
            image["status"].State<ImageStatus>(),
            image["disk_format"].TextOrNull(),
            image["created_at"].Time(),
            image
                .Members()
                .Where(member =>
                    !Schema.Contains(member.Name)
                    && !member.Value.IsAbsent
                    && !member.Value.IsList
                    && !member.Value.IsObject
                )
                .ToDictionary(member => member.Name, member => member.Value.Scalar(), StringComparer.Ordinal)
        )
        {
            Visibility = image["visibility"].State<ImageVisibility>(),
            OwnerId = image["owner"].TextOrNull(),
        };

    // Glance takes what stands before a colon for a comparison (in:, neq: ...), unless the whole is a quoted list.
    private static string AsValue(string name) =>
        name.Contains(':', StringComparison.Ordinal)
            ? $"in:\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : name;

    private static StreamContent Bytes(string path)
    {
        var content = new StreamContent(File.OpenRead(path));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }
}
