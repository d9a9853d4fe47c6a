using System.Text.Json;
using System.Text.Unicode;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Streams the certificates of the public register's JSON, one at a time. Their <c>list</c> stands alone, in an object, in
/// the register's own envelope (<c>status, message, data</c>), or in an array of such pages. Members that we do not know are
/// passed over.
/// </summary>
sealed class RegisterFile
{
    static readonly JsonSerializerOptions Options = RegisterEntry.Options;

    readonly byte[] _content;
    readonly Queue<(int Offset, JsonReaderState State)> _lists = new();
    int _offset;
    JsonReaderState _state;
    bool _isDamaged;

    public RegisterFile(byte[] content)
    {
        Require(content);
        _content = content;
        _offset = Mark(content);
        FindLists();
        if (_lists.Count == 0) throw _isDamaged ? Damaged() : new BadInput("import.no-list");
        (_offset, _state) = _lists.Dequeue();
    }

    /// <summary>The number of the certificate in the file, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Null when the certificate has another form than the register's.</summary>
    public RegisterEntry? Current { get; private set; }

    /// <summary>What the envelopes say of the whole of which the file may be a part.</summary>
    public RegisterPages Pages { get; } = new();

    /// <summary>What is cheap to see before the file is taken in: that it is JSON at all, in UTF-8.</summary>
    public static void Require(byte[] content)
    {
        if (!Utf8.IsValid(content) || content.AsSpan().Contains((byte)0)) throw new BadInput("import.encoding", ("file", "JSON"));
        if (content.AsSpan(Mark(content)).TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..]) throw new BadInput("import.not-json");
    }

    public bool Read()
    {
        try
        {
            while (true)
            {
                var reader = Reader();
                reader.Read();
                if (reader.TokenType != JsonTokenType.EndArray)
                {
                    Number++;
                    Current = Deserialize(ref reader);
                    Keep(reader);
                    return true;
                }

                if (_lists.Count == 0) return _isDamaged ? throw Damaged() : false;
                (_offset, _state) = _lists.Dequeue();
            }
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    /// <summary>An entry of another form is that entry's problem; what is no JSON is the file's.</summary>
    static RegisterEntry? Deserialize(ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize<RegisterEntry>(ref reader, Options);
        }
        catch (JsonException)
        {
            reader = start;
            reader.Skip();
            return null;
        }
    }

    /// <summary>Where each page's list begins. Damage is remembered: what stands before it is read first, so that the place can be told.</summary>
    void FindLists()
    {
        var reader = Reader();
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) Page(ref reader);
            else if (IsPages(reader))
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) Page(ref reader);
            else List(ref reader);
            if (reader.Read()) _isDamaged = true;
        }
        catch (JsonException)
        {
            _isDamaged = true;
        }
    }

    void Page(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isList, isData, named) = (reader.ValueTextEquals("list"u8), reader.ValueTextEquals("data"u8), RegisterPages.Named(reader));
            reader.Read();
            if ((isList || isData) && reader.TokenType == JsonTokenType.StartArray) List(ref reader);
            else if (isData && reader.TokenType == JsonTokenType.StartObject) Page(ref reader);
            else if (!Pages.Says(named, reader)) reader.Skip();
        }
    }

    void List(ref Utf8JsonReader reader)
    {
        Pages.Arrived++;
        _lists.Enqueue((_offset + (int)reader.BytesConsumed, reader.CurrentState));
        reader.Skip();
    }

    /// <summary>Whether the array holds pages rather than certificates.</summary>
    static bool IsPages(Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("list"u8) || reader.ValueTextEquals("data"u8)) return true;
            reader.Skip();
        }

        return false;
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
