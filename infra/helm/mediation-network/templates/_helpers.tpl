{{- define "mediation.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "mediation.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* What tells the pods of one service; takes the root and the service's name. */}}
{{- define "mediation.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "mediation.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "mediation.pod-security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "mediation.from-secret" -}}
- name: {{ .env }}
  valueFrom: { secretKeyRef: { name: {{ .secret | quote }}, key: {{ .key }}{{ if .optional }}, optional: true{{ end }} } }
{{- end }}

{{/* The brokers and how to reach them; the login comes from the Secret named. Takes the root and the secret. */}}
{{- define "mediation.kafka-env" -}}
- { name: KAFKA_BROKERS, value: {{ join "," .root.Values.kafka.brokers | quote }} }
- { name: KAFKA_SSL, value: {{ ternary "on" "off" .root.Values.kafka.ssl | quote }} }
{{- with .root.Values.kafka.saslMechanism }}
- { name: KAFKA_SASL_MECHANISM, value: {{ . | quote }} }
{{ include "mediation.from-secret" (dict "env" "KAFKA_USERNAME" "secret" (required "kafka.saslMechanism is set: every part that uses Kafka needs the name of a Secret" $.secret) "key" "username") }}
{{ include "mediation.from-secret" (dict "env" "KAFKA_PASSWORD" "secret" $.secret "key" "password") }}
{{- end }}
{{- end }}

{{- define "mediation.ca-env" -}}
{{- if .Values.ca.secret }}
- { name: NODE_EXTRA_CA_CERTS, value: /etc/mediation/ca/{{ .Values.ca.key }} }
{{- end }}
{{- end }}

{{- define "mediation.mounts" -}}
- { name: tmp, mountPath: /tmp }
{{- if .Values.ca.secret }}
- { name: ca, mountPath: /etc/mediation/ca, readOnly: true }
{{- end }}
{{- end }}

{{- define "mediation.volumes" -}}
- { name: tmp, emptyDir: { sizeLimit: 64Mi } }
{{- with .Values.ca.secret }}
- { name: ca, secret: { secretName: {{ . | quote }} } }
{{- end }}
{{- end }}
