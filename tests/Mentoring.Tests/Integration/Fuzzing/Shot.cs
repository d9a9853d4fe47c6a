using System.Text.Json.Nodes;

namespace Mentoring.Tests.Integration.Fuzzing;

/// <summary>What of a request a twist changes.</summary>
public enum TwistAt { Member, NoMember, Address, Query, Header, Accept, ContentType, Body }

/// <param name="Place">A JSON pointer, or a parameter's or header's name.</param>
/// <param name="Value">As it stands in the request.</param>
public sealed record Twist(TwistAt At, string Place, string Value)
{
    public override string ToString() => $"{At} {Place} = {(Value.Length > 80 ? $"{Value[..60]}… ({Value.Length} characters)" : Value)}";
}

/// <summary>A request: a plausible one, grown from a seed, in which something is twisted.</summary>
/// <param name="Bare">With what is required alone.</param>
public sealed record Shot(FuzzOperation Operation, string Caller, int Seed, bool Bare, IReadOnlyList<Twist> Twists)
{
    /// <summary>Simpler requests that may fail in the same way.</summary>
    public IEnumerable<Shot> Simpler()
    {
        if (Twists.Count > 1) foreach (var twist in Twists) yield return this with { Twists = [twist] };
        foreach (var twist in Twists) yield return this with { Twists = [.. Twists.Where(other => other != twist)] };
        if (!Bare) yield return this with { Bare = true };
    }

    public override string ToString() =>
        $"{Operation.Name} as {Caller}, seed {Seed}{(Bare ? ", bare" : "")}: {(Twists.Count == 0 ? "nothing twisted" : string.Join("; ", Twists))}";
}

/// <summary>Grows requests from the contract and what is known of the world.</summary>
public sealed class Gun(FuzzContract contract, FuzzWorld world)
{
    const int Deepest = 8;
    const string TextFile = "Конспект урока";

    /// <summary>A request with none to three twists.</summary>
    public Shot Load(FuzzOperation operation, string caller, Random random)
    {
        var shot = new Shot(operation, caller, random.Next(), random.Next(4) == 0, []);
        var twists = Twists(shot);
        int[] counts = [0, 0, 1, 1, 1, 2, 3];
        return shot with { Twists = [.. Enumerable.Range(0, counts[random.Next(counts.Length)]).Select(_ => twists[random.Next(twists.Count)](random))] };
    }

    public HttpRequestMessage Request(Shot shot)
    {
        var random = new Random(shot.Seed);
        var (path, query) = (shot.Operation.Path, new List<string>());
        foreach (var parameter in shot.Operation.Parameters)
        {
            var twisted = shot.Twists.LastOrDefault(t => t.At is TwistAt.Address or TwistAt.Query && t.Place == parameter.Name)?.Value;
            var plain = Uri.EscapeDataString(Plain(parameter, shot.Operation.Path, random));
            if (parameter.In == "path") path = path.Replace($"{{{parameter.Name}}}", twisted ?? plain, StringComparison.Ordinal);
            if (parameter.In != "query") continue;
            var wanted = !shot.Bare && random.Next(3) == 0 && parameter.Name != "cursor";
            if (twisted is not null || parameter.Required || wanted) query.Add($"{parameter.Name}={twisted ?? plain}");
        }

        var request = new HttpRequestMessage(new HttpMethod(shot.Operation.Method), path + (query.Count > 0 ? $"?{string.Join('&', query)}" : ""));
        if (shot.Operation.Body is not null) request.Content = Content(shot, random);
        foreach (var twist in shot.Twists)
        {
            if (twist.At == TwistAt.Accept) request.Headers.TryAddWithoutValidation("Accept", twist.Value);
            if (twist.At == TwistAt.Header && !request.Headers.TryAddWithoutValidation(twist.Place, twist.Value))
                request.Content?.Headers.TryAddWithoutValidation(twist.Place, twist.Value);
            if (twist.At != TwistAt.ContentType || request.Content is null) continue;
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", twist.Value);
        }

        return request;
    }

    HttpContent Content(Shot shot, Random random)
    {
        var type = shot.Operation.BodyType!;
        if (shot.Twists.LastOrDefault(t => t.At == TwistAt.Body) is { } whole) return Text(whole.Value, type);
        if (type == "application/zip") return new ByteArrayContent([0x50, 0x4B, 0x05, 0x06, .. new byte[18]]) { Headers = { { "Content-Type", type } } };
        var body = Value(shot.Operation.Body!, "", random, shot.Bare, 0);
        if (type == "multipart/form-data") return Form(body, shot);

        var raw = new List<string>();
        foreach (var twist in shot.Twists.Where(t => t.At is TwistAt.Member or TwistAt.NoMember)) Apply(body, twist, raw);
        var text = body?.ToJsonString() ?? "null";
        for (var i = 0; i < raw.Count; i++) text = text.Replace($"\"@@{i}@@\"", raw[i], StringComparison.Ordinal);
        return Text(text, type);
    }

    static StringContent Text(string text, string type)
    {
        var content = new StringContent(text);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    static MultipartFormDataContent Form(JsonNode? body, Shot shot)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in body!.AsObject())
        {
            var twist = shot.Twists.LastOrDefault(t => t.Place == $"/{name}");
            if (twist?.At == TwistAt.NoMember) continue;
            if (name == "file") form.Add(twist is null ? new StringContent(TextFile) : new StringContent(twist.Value), name, "notes.txt");
            else form.Add(new StringContent(twist?.Value.Trim('"') ?? value?.ToString() ?? ""), name);
        }

        return form;
    }

    static void Apply(JsonNode? body, Twist twist, List<string> raw)
    {
        var steps = twist.Place.Split('/')[1..];
        var at = body;
        foreach (var step in steps[..^1]) at = (at as JsonObject)?[step] ?? (at as JsonArray)?.ElementAtOrDefault(IndexOf(step));
        if (at is JsonObject from && twist.At == TwistAt.NoMember) from.Remove(steps[^1]);
        else if (at is JsonObject members) members[steps[^1]] = Put();
        else if (at is JsonArray items && IndexOf(steps[^1]) < items.Count) items[IndexOf(steps[^1])] = Put();

        JsonValue Put()
        {
            raw.Add(twist.Value);
            return JsonValue.Create($"@@{raw.Count - 1}@@");
        }

        static int IndexOf(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Where the request can be twisted, and how; members and parameters weigh more than the envelope.</summary>
    List<Func<Random, Twist>> Twists(Shot shot)
    {
        var plain = new Random(shot.Seed);
        List<Func<Random, Twist>> twists = [random => new(TwistAt.Accept, "", random.GetItems(Odd.Accepts, 1)[0]), Header];
        foreach (var parameter in shot.Operation.Parameters.Where(p => p.In != "header"))
        {
            var (at, value) = (parameter.In == "path" ? TwistAt.Address : TwistAt.Query, Plain(parameter, shot.Operation.Path, plain));
            twists.AddRange(Enumerable.Repeat((Random random) => new Twist(at, parameter.Name, Odd.InAddress(value, at == TwistAt.Address, random)), 3));
        }

        if (shot.Operation.Body is null) return twists;
        twists.Add(random => new(TwistAt.ContentType, "", random.GetItems(Odd.ContentTypes, 1)[0]));
        twists.Add(random => new(TwistAt.Body, "", random.GetItems(Odd.Bodies, 1)[0]));
        twists.Add(random => new(TwistAt.Member, "/unknown", Odd.InBody(null, random)));
        foreach (var (pointer, value) in Members(Value(shot.Operation.Body, "", plain, bare: false, 0), ""))
        {
            twists.Add(_ => new(TwistAt.NoMember, pointer, ""));
            twists.AddRange(Enumerable.Repeat((Random random) => new Twist(TwistAt.Member, pointer, Odd.InBody(value, random)), 3));
        }

        return twists;
    }

    static Twist Header(Random random)
    {
        var (name, value) = random.GetItems(Odd.Headers, 1)[0];
        return new(TwistAt.Header, name, value);
    }

    /// <summary>Everything below the body itself, by its JSON pointer.</summary>
    static IEnumerable<(string Pointer, JsonNode? Value)> Members(JsonNode? node, string at)
    {
        var own = node switch
        {
            JsonObject members => members.Select(member => ($"{at}/{member.Key}", member.Value)),
            JsonArray items => items.Select((item, i) => ($"{at}/{i}", item)),
            _ => [],
        };
        return own.SelectMany(one => Members(one.Item2, one.Item1).Prepend(one));
    }

    string Plain(FuzzParameter parameter, string path, Random random)
    {
        var parts = path.Split('/');
        var before = Array.IndexOf(parts, $"{{{parameter.Name}}}") is > 0 and var at ? parts[at - 1] : "";
        if (parameter.Name == "dictionary") return random.GetItems(world.Dictionaries, 1)[0];
        if (before == "territories") return world.Code("territory", random);
        if (before.StartsWith('{') || before == "conditions") return world.Code("", random);
        return Value(parameter.Schema, parameter.Name, random, bare: false, 0)?.ToString() ?? "";
    }

    JsonNode? Value(JsonNode given, string name, Random random, bool bare, int depth)
    {
        var schema = contract.Resolve(given);
        if (schema["enum"] is JsonArray { Count: > 0 } members) return members[random.Next(members.Count)]?.DeepClone();
        if (depth > Deepest) return null;
        var items = schema["items"] ?? new JsonObject();
        return FuzzContract.TypeOf(schema) switch
        {
            "string" => Words.Of(name, (string?)schema["format"], world, random),
            "integer" or "number" => Words.Number(name, random),
            "boolean" => random.Next(2) == 0,
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Value(items, name, random, bare, depth + 1))]),
            "object" => Members(schema, random, bare, depth),
            _ => new JsonObject(),
        };
    }

    JsonObject Members(JsonNode schema, Random random, bool bare, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        var parts = (schema["allOf"]?.AsArray() ?? []).Select(part => part!).Prepend(schema);
        return new(from member in parts.SelectMany(part => part["properties"]?.AsObject() ?? [])
                   let chosen = random.Next(10) < 7
                   where required.Contains(member.Key) || !bare && chosen
                   select KeyValuePair.Create(member.Key, Value(member.Value!, member.Key, random, bare, depth + 1)));
    }
}
