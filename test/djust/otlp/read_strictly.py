"""Reads exported files with the messages and names that OpenTelemetry publishes, and says how much there was.

The reader of protobuf's JSON takes more than OTLP allows (names of enums, plain 64-bit numbers, ids in base64), so that is looked at first.
"""

import json
import re
import sys
from base64 import b64encode
from pathlib import Path

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.json_format import ParseDict
from opentelemetry import semconv
from opentelemetry.proto.metrics.v1.metrics_pb2 import MetricsData
from opentelemetry.proto.trace.v1.trace_pb2 import TracesData

IDS = {"traceId": 16, "spanId": 8, "parentSpanId": 8}
LONG = {
    FieldDescriptor.TYPE_INT64,
    FieldDescriptor.TYPE_UINT64,
    FieldDescriptor.TYPE_FIXED64,
    FieldDescriptor.TYPE_SFIXED64,
}


def checked(message, descriptor):
    """The message with its ids as protobuf wants them; an AssertionError where it is not OTLP's JSON."""
    fields = {field.json_name: field for field in descriptor.fields}
    return {name: checked_field(value, fields[name]) for name, value in message.items()}


def checked_field(value, field):
    if isinstance(value, list):
        return [checked_field(each, field) for each in value]
    if field.message_type:
        return checked(value, field.message_type)
    if field.json_name in IDS:
        raw = bytes.fromhex(value)
        assert len(raw) == IDS[field.json_name] and any(raw), f"{field.json_name}: {value}"
        return b64encode(raw).decode()
    if field.type in LONG:
        assert isinstance(value, str) and re.fullmatch(r"-?\d+", value), f"{field.json_name}: {value!r}"
    if field.enum_type:
        assert isinstance(value, int) and value in field.enum_type.values_by_number, f"{field.json_name}: {value!r}"
    return value


NAME = re.compile(r'^[A-Z_]+: Final = "(?P<name>[^"]+)"\n"""\n(?P<says>\w*)', re.MULTILINE)


def published_names():
    """Read from the sources: what is deprecated is said there alone."""
    names = set()
    for folder in semconv.__path__:
        for file in Path(folder).rglob("*.py"):
            told = NAME.finditer(file.read_text(encoding="utf-8"))
            names.update(each["name"] for each in told if each["says"] != "Deprecated")
    return names


def names_in(value):
    """The keys of all attributes, however deep."""
    if isinstance(value, list):
        for each in value:
            yield from names_in(each)
    elif isinstance(value, dict):
        yield from (each["key"] for each in value.get("attributes", []))
        for each in value.values():
            yield from names_in(each)


def read(file, message_of):
    told = [json.loads(line) for line in open(file, encoding="utf-8")]
    messages = [ParseDict(checked(each, message_of.DESCRIPTOR), message_of()) for each in told]
    return told, messages


def main(folder):
    spans_told, traces = read(f"{folder}/traces.jsonl", TracesData)
    metrics_told, metrics = read(f"{folder}/metrics.jsonl", MetricsData)
    scopes = [scope for data in traces for resource in data.resource_spans for scope in resource.scope_spans]
    spans = [span for scope in scopes for span in scope.spans]
    meters = [scope for data in metrics for resource in data.resource_metrics for scope in resource.scope_metrics]
    series = [one for meter in meters for one in meter.metrics]
    for span in spans:
        assert span.end_time_unix_nano >= span.start_time_unix_nano > 10**18, span.name
    parents = {(span.trace_id, span.span_id) for span in spans}
    for span in spans:
        assert not span.parent_span_id or (span.trace_id, span.parent_span_id) in parents, span.name
    for one in series:
        for point in one.histogram.data_points:
            assert sum(point.bucket_counts) == point.count, one.name
            assert len(point.bucket_counts) == len(point.explicit_bounds) + 1, one.name
    names = {*names_in(spans_told), *names_in(metrics_told), *(one.name for one in series)}
    own = {name for name in names if name.startswith("djust.")}
    unknown = names - own - published_names()
    assert not unknown, f"no published names: {sorted(unknown)}"
    found = {
        "spans": len(spans),
        "links": sum(len(span.links) for span in spans),
        "metrics": sorted(one.name for one in series),
        "names": sorted(names - own),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
