using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>
/// Streams the entries of the public register's JSON, one at a time: an object whose <c>list</c> holds them, or the bare
/// list. Members that we do not know are passed over.
/// </summary>
sealed class RegisterFile
{
    public sealed record Entry(DateTimeOffset? IssueDate, Organization? EduOrg);

    public sealed record Organization(
        string? Uuid, string? FullName, string? ShortName, bool? IsBranch, Contact? ContactInfo, Legal? LegalInfo, Place? Region);

    public sealed record Contact(string? PostAddress, string? Phone, string? Email, string? Website);

    public sealed record Legal(string? Ogrn, string? Inn, string? Kpp);

    /// <param name="Code">Number of the subject of the federation, as a number or as text.</param>
    public sealed record Place(string? Name, JsonElement? Code)
    {
        public int? Number => Code switch
        {
            { ValueKind: JsonValueKind.Number } code when code.TryGetInt32(out var number) => number,
            { ValueKind: JsonValueKind.String } code when int.TryParse(code.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new Json.BoundedText() },
    };

    readonly byte[] _content;
    int _offset;
    JsonReaderState _state;

    public RegisterFile(byte[] content)
    {
        Require(content);
        _content = content;
        _offset = Mark(content);
        FindList();
    }

    /// <summary>The number of the entry in the list, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Null when the entry has another form than the register's.</summary>
    public Entry? Current { get; private set; }

    /// <summary>What is cheap to see before the file is taken in: that it is JSON at all, in UTF-8.</summary>
    public static void Require(byte[] content)
    {
        if (!Utf8.IsValid(content) || content.AsSpan().Contains((byte)0)) throw new BadInput("import.encoding", ("file", "JSON"));
        if (content.AsSpan(Mark(content)).TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..]) throw new BadInput("import.not-json");
    }

    public bool Read()
    {
        var reader = Reader();
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndArray) return false;
            Number++;
            Current = Deserialize(ref reader);
            Keep(reader);
            return true;
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    /// <summary>An entry of another form is that entry's problem; what is no JSON is the file's.</summary>
    static Entry? Deserialize(ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize<Entry>(ref reader, Options);
        }
        catch (JsonException)
        {
            reader = start;
            reader.Skip();
            return null;
        }
    }

    void FindList()
    {
        var reader = Reader();
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("list"u8)) reader.Skip();
                if (reader.TokenType != JsonTokenType.PropertyName || !reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw new BadInput("import.no-list");
            }
        }
        catch (JsonException)
        {
            throw Damaged();
        }

        Keep(reader);
    }

    Utf8JsonReader Reader() => new(_content.AsSpan(_offset), isFinalBlock: true, _state);

    void Keep(Utf8JsonReader reader)
    {
        _offset += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    BadInput Damaged() => new("import.json-damaged", ("entry", Number));

    static int Mark(ReadOnlySpan<byte> content) => content.StartsWith("\uFEFF"u8) ? 3 : 0;
}
