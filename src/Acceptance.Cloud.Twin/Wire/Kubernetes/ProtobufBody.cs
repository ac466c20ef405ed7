using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// Reads a body of application/vnd.kubernetes.protobuf: four bytes of magic, an envelope with type and raw message,
/// the message.
/// </summary>
internal static class ProtobufBody
{
    private static readonly byte[] Magic = "k8s\0"u8.ToArray();

    /// <summary>Null: no such envelope. A kind whose message is not known here is not emulated.</summary>
    public static JsonObject? Read(byte[] body)
    {
        if (body.Length < 4 || !body.AsSpan(0, 4).SequenceEqual(Magic))
            return null;
        string apiVersion = "",
            kind = "";
        byte[] raw = [];
        foreach (var (number, value) in Fields(body.AsSpan(4)))
        {
            if (number == 1)
            {
                foreach (var (inner, text) in Fields(value.Bytes))
                {
                    if (inner == 1)
                        apiVersion = Encoding.UTF8.GetString(text.Bytes);
                    if (inner == 2)
                        kind = Encoding.UTF8.GetString(text.Bytes);
                }
            }

            if (number == 2)
                raw = value.Bytes;
        }

        // The real server reads every kind of its own: to say 415 here would be a shape that it never has.
        if (!ProtobufSchema.Knows(kind))
            throw KubeRefusedException.NotEmulated(
                $"{kind} in protobuf (`kubectl create ... --dry-run=client -o yaml | kubectl create -f -` sends JSON)"
            );
        var read = Message(kind, raw);
        read["apiVersion"] = apiVersion;
        read["kind"] = kind;
        return read;
    }

    private static JsonObject Message(string message, byte[] raw)
    {
        var read = new JsonObject();
        foreach (var (number, value) in Fields(raw))
        {
            if (ProtobufSchema.Field(message, number) is not var (name, type))
                continue;
            if (type is "map" or "bytemap")
                Put(read, name, value.Bytes, type == "bytemap");
            else if (type[0] == '*')
                Add(read, name, type[1..], value);
            else if (Value(type, value) is { } node)
                read[name] = node;
        }

        return read;
    }

    // Go writes every field that is no pointer, also when it is empty: an empty one was not meant.
    private static JsonNode? Value(string type, (ulong Number, byte[] Bytes) value) =>
        type switch
        {
            "s" => value.Bytes.Length == 0 ? null : Encoding.UTF8.GetString(value.Bytes),
            "i" => value.Number == 0 ? null : (long)value.Number,
            "i!" => (long)value.Number,
            "b" => value.Number == 0 ? null : true,
            "q" => IntOrString(value.Bytes),
            _ => Message(type, value.Bytes),
        };

    private static void Add(JsonObject read, string name, string type, (ulong Number, byte[] Bytes) value)
    {
        if (read[name] is not JsonArray array)
            read[name] = array = [];
        array.Add(type == "s" ? Encoding.UTF8.GetString(value.Bytes) : Value(type, value));
    }

    private static void Put(JsonObject read, string name, byte[] entry, bool bytes)
    {
        if (read[name] is not JsonObject map)
            read[name] = map = [];
        string key = "";
        byte[] content = [];
        foreach (var (number, value) in Fields(entry))
        {
            if (number == 1)
                key = Encoding.UTF8.GetString(value.Bytes);
            if (number == 2)
                content = value.Bytes;
        }

        map[key] = bytes ? Convert.ToBase64String(content) : Encoding.UTF8.GetString(content);
    }

    private static JsonNode? IntOrString(byte[] raw)
    {
        ulong type = 0,
            number = 0;
        var text = "";
        foreach (var (field, value) in Fields(raw))
        {
            if (field == 1)
                type = value.Number;
            if (field == 2)
                number = value.Number;
            if (field == 3)
                text = Encoding.UTF8.GetString(value.Bytes);
        }

        return type == 0 ? (long)number : text;
    }

    private static List<(int Number, (ulong Number, byte[] Bytes) Value)> Fields(ReadOnlySpan<byte> raw)
    {
        var all = new List<(int, (ulong, byte[]))>();
        while (raw.Length > 0)
        {
            var tag = Varint(ref raw);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    all.Add((number, (Varint(ref raw), [])));
                    break;
                case 2:
                    var length = (int)Varint(ref raw);
                    all.Add((number, (0, raw[..length].ToArray())));
                    raw = raw[length..];
                    break;
                case 1:
                    raw = raw[8..];
                    break;
                default:
                    raw = raw[4..];
                    break;
            }
        }

        return all;
    }

    private static ulong Varint(ref ReadOnlySpan<byte> raw)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = raw[0];
            raw = raw[1..];
            value |= (ulong)(one & 0x7f) << shift;
            if (one < 0x80)
                return value;
        }
    }
}
