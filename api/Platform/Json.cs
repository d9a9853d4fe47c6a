using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mentoring.Api.Platform;

/// <summary>How the product reads and writes JSON: strict numbers, enums by name, no unknown fields, clean texts.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Characters of the longest text that a request may carry; validators set narrower limits.</summary>
    public const int LongestText = 20_000;

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // Answers are JSON and nothing else: what no page is made of is not escaped for one.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new BoundedText());
        options.Converters.Add(new AnyValue());
        options.Converters.Add(new Instant());
        return options;
    }

    /// <summary>Text of at most <see cref="LongestText"/> characters, cleaned.</summary>
    public class BoundedText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) throw new JsonException();
            var text = reader.GetString()!;
            // Nobody types the one character that PostgreSQL cannot keep.
            return text.Length > LongestText || text.Contains('\0') ? throw new JsonException() : Taken(text);
        }

        protected virtual string Taken(string text) => CleanText.Of(text);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }

    /// <summary>Marks a secret: it is compared with what was typed before, so nothing in it is changed.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VerbatimAttribute() : JsonConverterAttribute(typeof(VerbatimText));

    sealed class VerbatimText : BoundedText
    {
        protected override string Taken(string text) => text;
    }

    /// <summary>An instant says its offset from UTC: without one it would be of whatever zone the server runs in.</summary>
    sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at)
            && reader.TryGetDateTime(out var read) && read.Kind != DateTimeKind.Unspecified ? at : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>JSON of any form, held to what the database can keep: clean texts, numbers of a size that has a use.</summary>
    sealed class AnyValue : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var written = new MemoryStream();
            using (var writer = new Utf8JsonWriter(written)) Copy(JsonElement.ParseValue(ref reader), writer);
            return JsonElement.Parse(written.ToArray());
        }

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

        static void Copy(JsonElement value, Utf8JsonWriter writer)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    writer.WriteStartObject();
                    foreach (var member in value.EnumerateObject())
                    {
                        writer.WritePropertyName(Text(() => member.Name));
                        Copy(member.Value, writer);
                    }

                    writer.WriteEndObject();
                    break;
                case JsonValueKind.Array:
                    writer.WriteStartArray();
                    foreach (var item in value.EnumerateArray()) Copy(item, writer);
                    writer.WriteEndArray();
                    break;
                case JsonValueKind.String:
                    writer.WriteStringValue(Text(() => value.GetString()!));
                    break;
                case JsonValueKind.Number:
                    if (value.TryGetDecimal(out var exact)) writer.WriteNumberValue(exact);
                    else if (value.TryGetDouble(out var near) && double.IsFinite(near)) writer.WriteNumberValue(near);
                    else throw new JsonException();
                    break;
                default:
                    value.WriteTo(writer);
                    break;
            }
        }

        static string Text(Func<string> read)
        {
            try
            {
                return CleanText.Of(read());
            }
            catch (InvalidOperationException halfOfAPair)
            {
                throw new JsonException(null, halfOfAPair);
            }
        }
    }
}
