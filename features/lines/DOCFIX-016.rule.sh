maas admin machines read | tee ~/transcript
echo "keys in the transcript: $(grep -cE ' [^ :]+:[^ :]+:[^ :]+$' ~/transcript)"
